import java.util.List;
import java.util.Map;

class Generics<T extends Comparable<T> & Runnable, U> {
  T first;
  U second;
  List<? extends Number> numbers;

  <V extends Number> int use(T t, U u, V v, Map.Entry<String, V>[] entries) {
    t.run();
    t.compareTo(first);
    second = u;
    int n = numbers.get(0).intValue();
    return v.intValue() + entries[0].getValue().intValue() + n;
  }
}

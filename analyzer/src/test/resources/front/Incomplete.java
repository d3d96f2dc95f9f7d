import absent.Absent;
import java.util.List;

class Incomplete {
  int records(Object o) {
    if (o instanceof Absent(int n, Absent(String s))) {
      return n + s.length();
    }
    return 0;
  }

  void functions(List<String> list) {
    Absent.take(() -> list.clear());
    Absent.take(String::trim);
    Absent.take(list::add);
  }

  void goesOn(Absent absent) {
    absent.field.call(absent.other = 3);
    synchronized (absent) {
      unknown++;
    }
  }
}

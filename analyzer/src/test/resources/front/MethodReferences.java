import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;

class MethodReferences {
  void all(String bound) {
    Function<String, Integer> isStatic = Integer::parseInt;
    Function<String, String> unbound = String::trim;
    Supplier<String> onValue = bound::trim;
    Supplier<String> onThis = this::name;
    Supplier<String> onSuper = super::toString;
    Supplier<MethodReferences> constructor = MethodReferences::new;
    IntFunction<int[]> array = int[]::new;
    Function<String, List<String>> packed = List::of;
    Function<Integer, List<Object>> variable = MethodReferences::listOf;
  }

  static List<Object> listOf(Object... all) {
    return List.of(all);
  }

  private String name() {
    return "";
  }
}

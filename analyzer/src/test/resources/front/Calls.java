import java.util.List;

class Calls {
  void varargs(Object[] array, String one) {
    String.format("%s", one);
    String.format("%s %d", one, 1);
    String.format("%s", array);
    String.format("none");
    List.of(1, 2);
  }

  void unresolved() {
    missing.call(1);
    undefined();
    new Missing().run();
  }

  void targets(Calls other) {
    other.helper();
    helper();
    super.toString();
    other.virtual().virtual();
    Calls ignored = other.virtual();
    Math.max(1, 2L);
  }

  private void helper() {}

  Calls virtual() {
    return this;
  }
}

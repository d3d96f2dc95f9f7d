import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

class Lambdas {
  private int field;

  Supplier<Runnable> nested(String text, int number) {
    return () -> () -> System.out.println(text + number + field);
  }

  void conversions() {
    Supplier<Integer> boxed = () -> 1;
    IntSupplier plain = () -> boxed.get();
    Function<String, Integer> length = s -> s.length();
    plain.getAsInt();
    length.apply("x");
  }

  void twice(boolean early) {
    try {
      if (early) {
        return;
      }
      System.gc();
    } finally {
      new Thread(() -> System.out.println(early)).start();
    }
  }
}

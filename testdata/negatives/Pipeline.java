import static dev.chanlint.runtime.Go.go;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.ReceiveChan;

/** Three stages; each closes what it sends on. */
public final class Pipeline {

  private Pipeline() {}

  public static void main(String[] args) {
    Go.run(
        () -> {
          for (int square : square(generate(1, 2, 3))) {
            System.out.println(square);
          }
        });
  }

  private static ReceiveChan<Integer> generate(int... numbers) {
    Chan<Integer> out = Chan.make();
    go(
        () -> {
          try (out) {
            for (int number : numbers) {
              out.send(number);
            }
          }
        });
    return out;
  }

  private static ReceiveChan<Integer> square(ReceiveChan<Integer> in) {
    Chan<Integer> out = Chan.make();
    go(
        () -> {
          for (int number : in) {
            out.send(number * number);
          }
          out.close();
        });
    return out;
  }
}

import static dev.chanlint.runtime.Go.go;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.SendChan;

/** A producer that does not close the channel: the range over it never ends. */
public final class FibonacciNoClose {

  private FibonacciNoClose() {}

  public static void main(String[] args) {
    Go.run(
        () -> {
          Chan<Integer> numbers = Chan.make(10);
          go(() -> fibonacci(numbers.cap(), numbers));
          for (int number : numbers) { // want close-missing confirmed
            System.out.println(number);
          }
        });
  }

  private static void fibonacci(int count, SendChan<Integer> numbers) {
    int x = 1;
    int y = 1;
    for (int i = 0; i < count; i++) {
      numbers.send(x);
      int next = x + y;
      x = y;
      y = next;
    }
  }
}

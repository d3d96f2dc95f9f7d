import static dev.chanlint.runtime.Go.go;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.SendChan;

/** Two goroutines sum the halves of an array; the sums arrive in either order. */
public final class Sum {

  private Sum() {}

  public static void main(String[] args) {
    Go.run(
        () -> {
          int[] numbers = {7, 2, 8, -9, 4, 0};
          Chan<Integer> sums = Chan.make();
          go(() -> sum(numbers, 0, numbers.length / 2, sums));
          go(() -> sum(numbers, numbers.length / 2, numbers.length, sums));
          int x = sums.receive();
          int y = sums.receive();
          System.out.println(x + " " + y + " " + (x + y));
        });
  }

  private static void sum(int[] numbers, int from, int to, SendChan<Integer> sums) {
    int sum = 0;
    for (int i = from; i < to; i++) {
      sum += numbers[i];
    }
    sums.send(sum);
  }
}

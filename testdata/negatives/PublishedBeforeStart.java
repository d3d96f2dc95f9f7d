import static dev.chanlint.runtime.Go.go;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;

/** State written before the goroutines start and only read by them. */
public final class PublishedBeforeStart {

  private final int[] table;

  private PublishedBeforeStart(int size) {
    table = new int[size];
    for (int i = 0; i < size; i++) {
      table[i] = i * i;
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          PublishedBeforeStart squares = new PublishedBeforeStart(4);
          Chan<Integer> sums = Chan.make();
          go(() -> sums.send(squares.table[1] + squares.table[2]));
          go(() -> sums.send(squares.table[2] + squares.table[3]));
          int first = sums.receive();
          int second = sums.receive();
          System.out.println(first + second);
        });
  }
}

import static dev.chanlint.runtime.Go.go;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Once;

/** A table built once, by whichever goroutine comes first. */
public final class OnceInitialised {

  private final Once built = new Once();
  private int[] table = {};

  public static void main(String[] args) {
    Go.run(
        () -> {
          OnceInitialised squares = new OnceInitialised();
          Chan<Integer> results = Chan.make(2);
          go(() -> results.send(squares.square(1)));
          go(() -> results.send(squares.square(2)));
          int first = results.receive();
          int second = results.receive();
          System.out.println(first + second);
        });
  }

  private int square(int n) {
    built.run(this::build);
    return table[n];
  }

  private void build() {
    table = new int[] {0, 1, 4};
  }
}

import static dev.chanlint.runtime.Go.go;

import dev.chanlint.runtime.Go;

/** A loop starts three goroutines that nobody waits for. */
public final class ThreeWithoutJoin {

  private ThreeWithoutJoin() {}

  public static void main(String[] args) {
    Go.run(
        () -> {
          for (int i = 1; i <= 3; i++) {
            int number = i;
            go(() -> System.out.println(number)); // want leak-outlives-scope confirmed
          }
        });
  }
}

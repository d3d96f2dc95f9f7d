import static dev.chanlint.runtime.Go.go;
import static dev.chanlint.runtime.Go.gosched;

import dev.chanlint.runtime.Go;

/** Two goroutines that take turns; the program ends with the first of them. */
public final class Hello {

  private Hello() {}

  public static void main(String[] args) {
    Go.run(
        () -> {
          go(() -> say("world")); // want leak-outlives-scope confirmed
          say("hello");
        });
  }

  private static void say(String word) {
    for (int i = 0; i < 5; i++) {
      gosched();
      System.out.println(word);
    }
  }
}

import static dev.chanlint.runtime.Go.go;

import dev.chanlint.runtime.Go;
import java.time.Duration;

/** Two goroutines that sleep between lines: a sleep orders nothing. */
public final class HelloSleep {

  private HelloSleep() {}

  public static void main(String[] args) {
    Go.run(
        () -> {
          go(() -> say("world")); // want leak-outlives-scope confirmed
          say("hello");
        });
  }

  private static void say(String word) {
    for (int i = 0; i < 5; i++) {
      Go.sleep(Duration.ofMillis(100));
      System.out.println(word);
    }
  }
}

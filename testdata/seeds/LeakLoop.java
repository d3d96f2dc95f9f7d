import static dev.chanlint.runtime.Go.go;
import static dev.chanlint.runtime.Go.gosched;

import dev.chanlint.runtime.Go;

/** A goroutine that has no way out of its loop. */
public final class LeakLoop {

  private LeakLoop() {}

  public static void main(String[] args) {
    Go.run(
        () -> {
          go(LeakLoop::watch); // want leak-endless confirmed
          System.out.println("watching");
        });
  }

  private static void watch() {
    while (true) {
      gosched();
    }
  }
}

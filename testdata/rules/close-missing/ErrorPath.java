package rules.closemissing;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.ReceiveChan;
import java.util.concurrent.ThreadLocalRandom;

/** The producer closes the channel unless it fails. */
public final class ErrorPath {

  static ReceiveChan<String> lines(int count) {
    Chan<String> lines = Chan.make();
    Go.go(
        () -> {
          for (int i = 0; i < count; i++) {
            if (ThreadLocalRandom.current().nextBoolean()) {
              return;
            }
            lines.send("line " + i);
          }
          lines.close();
        });
    return lines;
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          for (String line : lines(2)) { // want close-missing
            System.out.println(line);
          }
        });
  }
}

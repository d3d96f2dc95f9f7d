package orders;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;

/** Test code can be wrong too. */
final class Audit {

  private Audit() {}

  public static void main(String[] args) {
    Go.run(
        () -> {
          Chan<String> entries = Chan.make();
          Go.go(() -> entries.send("order"));
        });
  }
}

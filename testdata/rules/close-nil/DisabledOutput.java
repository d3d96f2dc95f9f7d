package rules.closenil;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.SendChan;

/** An output that was switched off is closed like the others. */
public final class DisabledOutput {

  public static void main(String[] args) {
    Go.run(
        () -> {
          finish(Chan.make());
          finish(Chan.nil());
        });
  }

  private static void finish(SendChan<String> output) {
    output.close(); // want close-nil
  }
}

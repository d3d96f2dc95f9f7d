// fault: race
package err_capture;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.Optional;

/** Two checks run side by side and leave their error in one captured holder. */
public final class Buggy {

  @FunctionalInterface
  interface Check {
    Optional<String> run();
  }

  static Optional<String> all(Check first, Check second) {
    String[] error = new String[1];
    WaitGroup checks = new WaitGroup();
    checks.go(() -> first.run().ifPresent(e -> error[0] = e)); // want race-captured, race-unguarded
    second.run().ifPresent(e -> error[0] = e); // want race-captured, race-unguarded
    checks.await();
    return Optional.ofNullable(error[0]);
  }

  public static void main(String[] args) {
    Go.run(
        () ->
            System.out.println(
                all(() -> Optional.of("disk"), () -> Optional.of("memory")).isPresent()));
  }
}

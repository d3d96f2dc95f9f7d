package rules.deadlockselfjoin;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;

/** A task of the group waits for the group. */
public final class WaitsForItself {

  private final WaitGroup tasks = new WaitGroup();

  public static void main(String[] args) {
    Go.run(
        () -> {
          WaitsForItself batch = new WaitsForItself();
          batch.tasks.go(batch::finish);
          batch.tasks.await();
        });
  }

  private void finish() {
    tasks.await(); // want deadlock-self-join
  }
}

package rules.deadlockselfjoin;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.concurrent.Phaser;

/** Looks on until all have arrived, and would only then arrive itself. */
public final class LooksOnFirst {

  public static void main(String[] args) {
    Go.run(
        () -> {
          Phaser phaser = new Phaser(2);
          WaitGroup others = new WaitGroup();
          others.go(() -> phaser.arrive());
          phaser.awaitAdvance(0); // want deadlock-self-join confirmed
          phaser.arrive();
          others.await();
        });
  }
}

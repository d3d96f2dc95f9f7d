package rules.leakreceive;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Phaser;

/** Who waits in one round would come to the next, which is no help in this one. */
public final class LeftRounds {

  private final CyclicBarrier barrier = new CyclicBarrier(2);
  private final Phaser phaser = new Phaser(2);

  private void swim(int rounds) throws InterruptedException, BrokenBarrierException {
    for (int round = 0; round < rounds; round++) {
      barrier.await(); // want leak-receive confirmed
    }
  }

  private void run(int rounds) {
    for (int round = 0; round < rounds; round++) {
      phaser.arriveAndAwaitAdvance(); // want leak-receive confirmed
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          LeftRounds race = new LeftRounds();
          WaitGroup all = new WaitGroup();
          all.go(() -> race.swim(2));
          all.go(() -> race.swim(1));
          all.go(() -> race.run(2));
          all.go(() -> race.run(1));
          all.await();
        });
  }
}

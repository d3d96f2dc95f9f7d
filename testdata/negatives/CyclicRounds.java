import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;

/** Rounds kept in step by the JDK's barrier, whose action runs between them. */
public final class CyclicRounds {

  /** Half of the work each; the barrier's action puts the halves together. */
  static final class Summation {
    private final int[] partial;
    private final CyclicBarrier barrier;
    private int total;

    Summation(int parties) {
      partial = new int[parties];
      barrier = new CyclicBarrier(parties, this::combine);
    }

    private void combine() {
      for (int part : partial) {
        total += part;
      }
    }

    void work(int party, int rounds) throws InterruptedException, BrokenBarrierException {
      for (int round = 1; round <= rounds; round++) {
        partial[party] = round;
        barrier.await();
        check(round);
      }
    }

    private void check(int round) {
      if (total < round) {
        throw new IllegalStateException("round " + round + " has no total");
      }
    }

    int total() {
      return total;
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Summation summation = new Summation(2);
          WaitGroup workers = new WaitGroup();
          for (int i = 0; i < 2; i++) {
            int party = i;
            workers.go(() -> summation.work(party, 1));
          }
          workers.await();
          System.out.println(summation.total());
        });
  }
}

// fault: deadlock
package phase_barrier;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Unit;
import dev.chanlint.runtime.WaitGroup;

/** Workers meet after each phase; one that has nothing left goes home without a word. */
public final class Buggy {

  static final class Phases {
    private final WaitGroup arrived = new WaitGroup();
    private final Chan<Unit> next = Chan.make();
    private final int parties;

    Phases(int parties) {
      this.parties = parties;
      arrived.add(parties);
      Go.go(
          () -> {
            arrived.await(); // want deadlock-waitgroup, leak-receive
            next.close();
          });
    }

    void arriveAndWait() {
      arrived.done();
      next.receive(); // want leak-receive, close-missing, deadlock-waitgroup
    }

    void leave() {
      arrived.done();
    }
  }

  static void worker(Phases phases, int work) {
    if (work == 0) {
      return;
    }
    phases.arriveAndWait();
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          int[] work = {2, 0, 1};
          Phases phases = new Phases(work.length);
          WaitGroup workers = new WaitGroup();
          for (int w : work) {
            workers.go(() -> worker(phases, w));
          }
          workers.await(); // want deadlock-waitgroup, leak-receive
        });
  }
}

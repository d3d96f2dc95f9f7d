// fault: deadlock
package cockroach_24808;

import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.ReceiveChan;
import dev.chanlint.runtime.Task;
import dev.chanlint.runtime.Unit;
import dev.chanlint.runtime.WaitGroup;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs compactions that others suggest, in a worker of its own. */
public final class Buggy {

  static final class Stopper {
    private final Chan<Unit> quiesce = Chan.make();
    private final WaitGroup workers = new WaitGroup();

    ReceiveChan<Unit> shouldStop() {
      return quiesce;
    }

    void runWorker(Task worker) {
      workers.go(worker);
    }

    void stop() {
      quiesce.close();
      workers.await();
    }
  }

  static final class Compactor {
    private final Chan<Unit> suggestions = Chan.make(1);
    private final AtomicInteger compactions = new AtomicInteger();

    void suggest() {
      suggestions.send(Unit.UNIT);
    }

    void start(Stopper stopper) {
      suggestions.send(Unit.UNIT); // want deadlock-self-rendezvous, leak-send
      stopper.runWorker(
          () -> {
            boolean running = true;
            while (running) {
              running =
                  select(
                      onReceive(stopper.shouldStop()).as(false),
                      onReceive(suggestions)
                          .then(
                              () -> {
                                compactions.incrementAndGet();
                                return true;
                              }));
            }
          });
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Stopper stopper = new Stopper();
          try {
            Compactor compactor = new Compactor();
            compactor.suggest();
            compactor.start(stopper);
          } finally {
            stopper.stop();
          }
        });
  }
}

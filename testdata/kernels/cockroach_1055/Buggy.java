// fault: deadlock
package cockroach_1055;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.ReceiveChan;
import dev.chanlint.runtime.Unit;
import dev.chanlint.runtime.WaitGroup;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** Stops the workers of a server: first quietly, then for good. */
public final class Buggy {

  static final class Stopper {
    private final Chan<Unit> stopper = Chan.make();
    private final WaitGroup stop = new WaitGroup();
    private final Mutex mu = new Mutex();
    private final AtomicBoolean draining = new AtomicBoolean();
    private final WaitGroup drain = new WaitGroup();

    void addWorker() {
      stop.add(1);
    }

    ReceiveChan<Unit> shouldStop() {
      return stopper;
    }

    boolean startTask() {
      if (draining.get()) {
        return false;
      }
      mu.lock(); // want deadlock-block-under-lock
      drain.add(1); // want deadlock-waitgroup, misuse-waitgroup
      mu.unlock();
      return true;
    }

    void setStopped() {
      stop.done();
    }

    void quiesce() {
      mu.lock();
      draining.set(true);
      drain.await(); // want deadlock-waitgroup, deadlock-block-under-lock
      draining.set(false);
      mu.unlock();
    }

    void stop() {
      mu.lock(); // want deadlock-block-under-lock
      draining.set(true);
      drain.await(); // want deadlock-waitgroup, deadlock-block-under-lock
      stopper.close();
      stop.await(); // want deadlock-block-under-lock, deadlock-waitgroup
      mu.unlock();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          List<Stopper> stoppers = List.of(new Stopper());
          for (Stopper stopper : stoppers) {
            stopper.addWorker();
            Go.go(
                () -> {
                  stopper.startTask();
                  stopper.shouldStop().receive();
                  stopper.setStopped();
                });
          }

          Chan<Unit> done = Chan.make();
          Go.go(
              () -> {
                stoppers.forEach(Stopper::quiesce);
                stoppers.forEach(Stopper::stop);
                done.close();
              });
          done.receive();
        });
  }
}

package rules.deadlockcond;

import dev.chanlint.runtime.Cond;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import java.util.concurrent.atomic.AtomicBoolean;

/** The flag is set and signalled between the look at it and the wait. */
public final class SignalWithoutTheLock {

  private final Mutex mu = new Mutex();
  private final Cond changed = new Cond(mu);
  private final AtomicBoolean done = new AtomicBoolean();

  public static void main(String[] args) {
    Go.run(
        () -> {
          SignalWithoutTheLock work = new SignalWithoutTheLock();
          Go.go(work::finish);
          work.join();
        });
  }

  private void finish() {
    done.set(true);
    changed.signal();
  }

  private void join() {
    mu.lock();
    while (!done.get()) {
      changed.await(); // want deadlock-cond
    }
    mu.unlock();
  }
}

// fault: deadlock
package lessor_stop;

import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Unit;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Stops its worker and waits for it, all under the lock that the worker takes for each lease. */
public final class Buggy {

  static final class Lessor {
    private final Lock lock = new ReentrantLock();
    private final Chan<Unit> stop = Chan.make();
    private final Chan<Integer> expired = Chan.make();
    private final CompletableFuture<Integer> total = new CompletableFuture<>();
    private int revoked;

    Lessor() {
      Go.go(this::run);
    }

    private void run() {
      boolean going = true;
      while (going) {
        going = select(onReceive(expired).map(this::revoke), onReceive(stop).as(false));
      }
      total.complete(revoked);
    }

    private boolean revoke(int lease) {
      lock.lock(); // want deadlock-block-under-lock, deadlock-cyclic-wait
      try {
        revoked += lease;
        return true;
      } finally {
        lock.unlock();
      }
    }

    int stop() {
      lock.lock();
      try {
        stop.close();
        return total.join(); // want deadlock-block-under-lock, deadlock-cyclic-wait
      } finally {
        lock.unlock();
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Lessor lessor = new Lessor();
          lessor.expired.send(7);
          System.out.println(lessor.stop());
        });
  }
}

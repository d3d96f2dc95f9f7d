package lessor_stop;

import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Unit;
import dev.chanlint.runtime.WaitGroup;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Stops its worker and waits for it, all under the lock that the worker takes for each lease. */
public final class Fixed {

  static final class Lessor {
    private final Lock lock = new ReentrantLock();
    private final Chan<Unit> stop = Chan.make();
    private final Chan<Integer> expired = Chan.make();
    private final CompletableFuture<Integer> total = new CompletableFuture<>();
    private final WaitGroup worker = new WaitGroup();
    private int revoked;

    Lessor() {
      worker.go(this::run);
    }

    private void run() {
      boolean going = true;
      while (going) {
        going = select(onReceive(expired).map(this::revoke), onReceive(stop).as(false));
      }
      total.complete(revoked);
    }

    private boolean revoke(int lease) {
      lock.lock();
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
      } finally {
        lock.unlock();
      }
      int sum = total.join();
      worker.await();
      return sum;
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

package buffer_quota;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.Task;
import dev.chanlint.runtime.WaitGroup;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** A request takes two units of a quota of two, one by one; two requests can each get one. */
public final class Fixed {

  static final class Quota {
    private final Semaphore units;
    private final Mutex taking = new Mutex();

    Quota(int size) {
      units = new Semaphore(size);
    }

    void take(int count) throws InterruptedException {
      taking.lock();
      for (int i = 0; i < count; i++) {
        units.acquire();
      }
      taking.unlock();
    }

    void give(int count) {
      units.release(count);
    }
  }

  static final class Upload implements Task {
    private final Quota quota;
    private final AtomicInteger total;

    Upload(Quota quota, AtomicInteger total) {
      this.quota = quota;
      this.total = total;
    }

    @Override
    public void run() throws InterruptedException {
      quota.take(2);
      try {
        total.addAndGet(5);
      } finally {
        quota.give(2);
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Quota quota = new Quota(2);
          AtomicInteger total = new AtomicInteger();
          WaitGroup uploads = new WaitGroup();
          for (int i = 0; i < 2; i++) {
            uploads.go(new Upload(quota, total));
          }
          uploads.await();
          System.out.println(total);
        });
  }
}

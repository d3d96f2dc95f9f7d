// fault: panic
package job_deque;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;

/** Idle workers are all woken for a job and do not ask again whether there is one left. */
public final class Buggy {

  static final class Jobs {
    private final Deque<Runnable> queue = new ArrayDeque<>();
    private int idle;
    private boolean closed;

    synchronized void add(Runnable job) {
      queue.add(job);
      notifyAll();
    }

    synchronized void close() {
      closed = true;
      notifyAll();
    }

    private synchronized Runnable next() throws InterruptedException {
      if (queue.isEmpty() && !closed) {
        wait(); // want deadlock-cond
      }
      return closed && queue.isEmpty()
          ? null
          : queue.removeFirst(); // want order-use-after-teardown
    }

    void work() throws InterruptedException {
      Runnable job;
      while ((job = next()) != null) {
        job.run();
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Jobs jobs = new Jobs();
          AtomicInteger ran = new AtomicInteger();
          WaitGroup workers = new WaitGroup();
          workers.go(jobs::work);
          workers.go(jobs::work);
          jobs.add(ran::incrementAndGet);
          jobs.close();
          workers.await();
          System.out.println(ran);
        });
  }
}

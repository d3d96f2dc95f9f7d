import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.Unit;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayDeque;
import java.util.Deque;

/** A non-blocking send of a wake-up that is not lost: one that waits is as good as many. */
public final class CoalescedWakeUps {

  private final Mutex mutex = new Mutex();
  private final Deque<String> jobs = new ArrayDeque<>();
  private final Chan<Unit> wake = Chan.make(1);
  private boolean stopped;
  private int done;

  void submit(String job) {
    mutex.lock();
    try {
      jobs.add(job);
    } finally {
      mutex.unlock();
    }
    wake.trySend(Unit.UNIT);
  }

  void stop() {
    mutex.lock();
    try {
      stopped = true;
    } finally {
      mutex.unlock();
    }
    wake.trySend(Unit.UNIT);
  }

  /** A job, or null if there is none now. */
  private String poll() {
    mutex.lock();
    try {
      return jobs.poll();
    } finally {
      mutex.unlock();
    }
  }

  private boolean isStopped() {
    mutex.lock();
    try {
      return stopped && jobs.isEmpty();
    } finally {
      mutex.unlock();
    }
  }

  private void work() {
    while (true) {
      for (String job = poll(); job != null; job = poll()) {
        done += job.length();
      }
      if (isStopped()) {
        return;
      }
      wake.receive();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          CoalescedWakeUps queue = new CoalescedWakeUps();
          WaitGroup worker = new WaitGroup();
          worker.go(queue::work);
          queue.submit("ab");
          queue.stop();
          worker.await();
          System.out.println(queue.done);
        });
  }
}

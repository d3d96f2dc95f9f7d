// fault: deadlock
package write_ahead;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A write-ahead queue with one place; appenders and flushers wait on the same condition. */
public final class Buggy {

  static class Segment<R> {
    protected final ReentrantLock lock = new ReentrantLock();
    protected final Condition changed = lock.newCondition();
    private final Deque<R> records = new ArrayDeque<>();

    void append(R entry) throws InterruptedException {
      lock.lock();
      try {
        while (!records.isEmpty()) {
          changed.await(); // want deadlock-cond
        }
        records.add(entry);
        announce();
      } finally {
        lock.unlock();
      }
    }

    R next() throws InterruptedException {
      lock.lock();
      try {
        while (records.isEmpty()) {
          changed.await(); // want deadlock-cond
        }
        R entry = records.remove();
        announce();
        return entry;
      } finally {
        lock.unlock();
      }
    }

    protected void announce() {
      changed.signalAll();
    }
  }

  static final class QuietSegment<R> extends Segment<R> {
    @Override
    protected void announce() {
      changed.signal(); // want deadlock-cond
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Segment<String> log = new QuietSegment<>();
          WaitGroup tasks = new WaitGroup();
          for (int i = 0; i < 2; i++) {
            String entry = "put " + i;
            tasks.go(() -> log.append(entry));
            tasks.go(() -> System.out.println(log.next().length()));
          }
          tasks.await();
        });
  }
}

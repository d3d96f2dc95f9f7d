package lock_scope;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Rows are locked by scopes; one that cannot take its second row throws out of its constructor and
 * keeps the first.
 */
public final class Fixed {

  static final class Row {
    private final ReentrantLock lock = new ReentrantLock();
    private boolean frozen;
  }

  static final class Both implements AutoCloseable {
    private final Row first;
    private final Row second;

    Both(Row first, Row second) {
      this.first = first;
      this.second = second;
      first.lock.lock();
      if (second.frozen) {
        first.lock.unlock();
        throw new IllegalStateException("frozen");
      }
      second.lock.lock();
    }

    @Override
    public void close() {
      second.lock.unlock();
      first.lock.unlock();
    }
  }

  static String merge(Row from, Row to) {
    try (Both both = new Both(from, to)) {
      return "merged";
    } catch (IllegalStateException e) {
      return e.getMessage();
    }
  }

  static void touch(Row row) {
    row.lock.lock();
    row.lock.unlock();
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Row open = new Row();
          Row frozen = new Row();
          frozen.frozen = true;
          WaitGroup work = new WaitGroup();
          System.out.println(merge(open, frozen));
          work.go(() -> touch(open));
          work.await();
        });
  }
}

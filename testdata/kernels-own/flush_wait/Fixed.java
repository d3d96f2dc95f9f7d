package flush_wait;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.List;

/** A flush waits, under the lock, for writers that take the lock before they are done. */
public final class Fixed {

  static final class Journal {
    private final Object lock = new Object();
    private final WaitGroup writers = new WaitGroup();
    private final StringBuilder text = new StringBuilder();

    void write(String line) {
      writers.add(1);
      Go.go(
          () -> {
            try {
              append(line);
            } finally {
              writers.done();
            }
          });
    }

    private void append(String line) {
      synchronized (lock) {
        text.append(line).append('\n');
      }
    }

    int flush() {
      writers.await();
      synchronized (lock) {
        return text.length();
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Journal journal = new Journal();
          List.of("a", "b").forEach(journal::write);
          System.out.println(journal.flush());
        });
  }
}

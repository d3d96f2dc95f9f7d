// fault: deadlock
package audit_log;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.List;

/** A log that hands full pages to a writer; the writer marks the pages that it has written. */
public final class Buggy {

  abstract static class Paged {
    protected final Mutex lock = new Mutex();
    private final List<String> page = new ArrayList<>();

    final void append(String line) {
      lock.lock();
      try {
        page.add(line);
        if (page.size() == 2) {
          emit(List.copyOf(page));
          page.clear();
        }
      } finally {
        lock.unlock();
      }
    }

    abstract void emit(List<String> full);
  }

  static final class AuditLog extends Paged {
    private final Chan<List<String>> pages = Chan.make();
    private int written;

    @Override
    void emit(List<String> full) {
      pages.send(full); // want deadlock-block-under-lock
    }

    void write() {
      for (List<String> page : pages) {
        lock.lock(); // want deadlock-block-under-lock
        written += page.size();
        lock.unlock();
      }
    }

    void end() {
      pages.close();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          AuditLog log = new AuditLog();
          WaitGroup writer = new WaitGroup();
          writer.go(log::write);
          for (int i = 0; i < 4; i++) {
            log.append("line " + i);
          }
          log.end();
          writer.await();
          System.out.println(log.written);
        });
  }
}

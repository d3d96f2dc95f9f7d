// fault: leak, race
package moby_27782;

import static dev.chanlint.runtime.Select.onDefault;
import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.onSend;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Cond;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.Unit;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** Follows a container's log file through a file watcher until the container goes away. */
public final class Buggy {

  enum FileOp {
    WRITE,
    REMOVE
  }

  static final class FileWatcher {
    private final Chan<FileOp> events = Chan.make();
    private final Chan<Unit> done = Chan.make();
    private final Mutex mu = new Mutex();
    private final Cond removed = new Cond(mu);
    private boolean watching = true;

    FileWatcher() {
      Go.go(this::readEvents);
    }

    private void readEvents() {
      while (!isClosed()) {
        FileOp event = nextEvent();
        select( // want deadlock-cyclic-wait
            onSend(events, event), onReceive(done));
        if (event != FileOp.WRITE) {
          mu.lock();
          watching = false;
          removed.broadcast();
          mu.unlock();
        }
      }
    }

    private FileOp nextEvent() {
      Go.sleep(Duration.ofNanos(300));
      return FileOp.WRITE;
    }

    private boolean isClosed() {
      return select(onReceive(done).as(true), onDefault().as(false));
    }

    void remove() {
      mu.lock();
      try {
        while (watching) {
          removed.await(); // want deadlock-cond, deadlock-cyclic-wait
        }
      } finally {
        mu.unlock();
      }
    }

    void close() {
      done.close();
    }
  }

  static final class LogReader {
    final Chan<Unit> closeNotifier = Chan.make();
  }

  static final class JsonFileLogger {
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Map<LogReader, Boolean> readers = new HashMap<>();

    void readLogs() {
      Go.go(this::followLogs);
    }

    private void followLogs() {
      LogReader reader = new LogReader();
      readers.put(reader, true); // want race-unguarded
      FileWatcher watcher = new FileWatcher();
      Go.sleep(Duration.ofNanos(300));
      select(
          onReceive(watcher.events),
          onReceive(
              reader.closeNotifier,
              () -> {
                watcher.remove(); // want deadlock-cond, deadlock-cyclic-wait
              }));
      watcher.close();
    }

    void close() {
      if (!closed.compareAndSet(false, true)) {
        return;
      }
      for (LogReader reader : readers.keySet()) { // want race-unguarded
        reader.closeNotifier.close();
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          JsonFileLogger logger = new JsonFileLogger();
          Go.go(
              () -> {
                logger.readLogs();
                logger.close();
              });
        });
  }
}

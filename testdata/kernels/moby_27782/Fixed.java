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
import dev.chanlint.runtime.WaitGroup;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** Follows a container's log file through a file watcher until the container goes away. */
public final class Fixed {

  enum FileOp {
    WRITE,
    REMOVE
  }

  static final class FileWatcher {
    private final Chan<FileOp> events = Chan.make();
    private final Chan<Unit> done = Chan.make();
    private final WaitGroup reading = new WaitGroup();
    private final Mutex mu = new Mutex();
    private final Cond removed = new Cond(mu);
    private boolean watching = true;

    FileWatcher() {
      reading.go(this::readEvents);
    }

    private void readEvents() {
      while (!isClosed()) {
        FileOp event = nextEvent();
        select(onSend(events, event), onReceive(done));
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
        watching = false;
        removed.broadcast();
      } finally {
        mu.unlock();
      }
    }

    void close() {
      done.close();
      reading.await();
    }
  }

  static final class LogReader {
    final Chan<Unit> closeNotifier = Chan.make();
  }

  static final class JsonFileLogger {
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Mutex mu = new Mutex();
    private final Map<LogReader, Boolean> readers = new HashMap<>();
    private final WaitGroup followers = new WaitGroup();

    void readLogs() {
      followers.go(this::followLogs);
    }

    private void followLogs() {
      LogReader reader = new LogReader();
      mu.lock();
      readers.put(reader, true);
      mu.unlock();
      FileWatcher watcher = new FileWatcher();
      Go.sleep(Duration.ofNanos(300));
      select(
          onReceive(watcher.events),
          onReceive(
              reader.closeNotifier,
              () -> {
                watcher.remove();
              }));
      watcher.close();
    }

    void close() {
      if (!closed.compareAndSet(false, true)) {
        return;
      }
      mu.lock();
      try {
        for (LogReader reader : readers.keySet()) {
          reader.closeNotifier.close();
        }
      } finally {
        mu.unlock();
      }
    }

    void awaitFollowers() {
      followers.await();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          JsonFileLogger logger = new JsonFileLogger();
          WaitGroup closing = new WaitGroup();
          closing.go(
              () -> {
                logger.readLogs();
                logger.close();
              });
          closing.await();
          logger.awaitFollowers();
        });
  }
}

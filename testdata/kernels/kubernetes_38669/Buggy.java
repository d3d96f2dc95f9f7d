// fault: leak
package kubernetes_38669;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.ReceiveChan;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/** A watcher of the API server's cache that first sends what is there already. */
public final class Buggy {

  enum Kind {
    ADDED,
    MODIFIED
  }

  record Event(Kind kind, String object) {}

  interface Watch {
    ReceiveChan<Event> resultChan();

    void stop();
  }

  static final class CacheWatcher implements Watch {
    private final Chan<Event> input = Chan.make();
    private final Chan<Event> result = Chan.make();
    private final ReentrantLock lock = new ReentrantLock();
    private boolean stopped;

    CacheWatcher(List<Event> initialEvents) {
      Go.go(() -> process(initialEvents));
    }

    private void process(List<Event> initialEvents) {
      try {
        for (Event event : initialEvents) {
          sendWatchCacheEvent(event); // want leak-send
        }
        for (Event event : input) {
          sendWatchCacheEvent(event);
        }
      } finally {
        stop();
        result.close();
      }
    }

    private void sendWatchCacheEvent(Event event) {
      result.send(event); // want leak-send
    }

    @Override
    public ReceiveChan<Event> resultChan() {
      return result;
    }

    @Override
    public void stop() {
      lock.lock();
      try {
        if (!stopped) {
          stopped = true;
          input.close();
        }
      } finally {
        lock.unlock();
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          List<Event> initial =
              List.of(new Event(Kind.ADDED, "pod-1"), new Event(Kind.MODIFIED, "pod-1"));
          Watch watch = new CacheWatcher(initial);
          watch.stop();
        });
  }
}

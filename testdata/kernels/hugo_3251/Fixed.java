package hugo_3251;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.RWMutex;
import dev.chanlint.runtime.WaitGroup;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Fetches remote resources, one request per URL at a time. */
public final class Fixed {

  static final class RemoteLock {
    private final RWMutex guard = new RWMutex();
    private final Map<String, Mutex> locks = new HashMap<>();

    void urlLock(String url) {
      guard.lock();
      Mutex lock = locks.computeIfAbsent(url, u -> new Mutex());
      guard.unlock();
      lock.lock();
    }

    void urlUnlock(String url) {
      guard.rLock();
      try {
        Mutex lock = locks.get(url);
        if (lock != null) {
          lock.unlock();
        }
      } finally {
        guard.rUnlock();
      }
    }
  }

  static final class ResourceCache {
    private final RemoteLock remoteLock = new RemoteLock();
    private final ConcurrentMap<String, String> bodies = new ConcurrentHashMap<>();

    String get(String url) {
      remoteLock.urlLock(url);
      try {
        return bodies.computeIfAbsent(url, u -> "body of " + u);
      } finally {
        remoteLock.urlUnlock(url);
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          ResourceCache cache = new ResourceCache();
          String url = "https://example.org/data.json";
          WaitGroup fetchers = new WaitGroup();
          for (int fetcher = 0; fetcher < 2; fetcher++) {
            fetchers.go(
                () -> {
                  cache.get(url);
                  Go.sleep(Duration.ofNanos(300));
                });
          }
          fetchers.await();
        });
  }
}

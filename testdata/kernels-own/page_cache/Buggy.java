// fault: deadlock
package page_cache;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.RWMutex;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;

/** Pages under a read-write lock that is handed out as a plain lock. */
public final class Buggy {

  record Page(String path, int bytes) {}

  static final class Pages {
    private final RWMutex lock = new RWMutex();
    private final Lock reading = lock.readLock();
    private final Map<String, Page> byPath = new LinkedHashMap<>();

    Optional<Page> find(String path) {
      reading.lock(); // want deadlock-recursive-read-lock
      try {
        return Optional.ofNullable(byPath.get(path));
      } finally {
        reading.unlock();
      }
    }

    void put(Page page) {
      lock.lock(); // want deadlock-recursive-read-lock
      byPath.put(page.path(), page);
      lock.unlock();
    }

    int bytes() {
      reading.lock(); // want deadlock-recursive-read-lock
      try {
        return byPath.keySet().stream().map(this::find).mapToInt(p -> p.get().bytes()).sum();
      } finally {
        reading.unlock();
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Pages pages = new Pages();
          pages.put(new Page("/", 10));
          Chan<Integer> total = Chan.make(1);
          Go.go(() -> total.send(pages.bytes()));
          pages.put(new Page("/about", 20));
          System.out.println(total.receive() >= 10);
        });
  }
}

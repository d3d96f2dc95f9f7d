package handle_cache;

import dev.chanlint.runtime.ErrGroup;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.Lock;

/**
 * Handles are opened when they are first asked for, by a function that is handed to the map; the
 * one for a link opens what it points to through the cache again.
 */
public final class Fixed {

  record Handle(String path, int depth) {}

  static final class Handles {
    private final Lock mu = new Mutex();
    private final Map<String, Handle> open = new TreeMap<>();
    private final Map<String, String> links;

    Handles(Map<String, String> links) {
      this.links = links;
    }

    Handle get(String path) {
      mu.lock();
      try {
        Handle known = open.get(path);
        return known != null ? known : open.computeIfAbsent(path, this::openFile);
      } finally {
        mu.unlock();
      }
    }

    private Handle openFile(String path) {
      int depth = 0;
      for (String at = links.get(path); at != null; at = links.get(at)) {
        depth++;
      }
      return new Handle(path, depth);
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Handles handles = new Handles(Map.of("current", "v2"));
          ErrGroup readers = new ErrGroup();
          readers.go(() -> System.out.println(handles.get("v2")));
          readers.go(() -> System.out.println(handles.get("current")));
          readers.await();
        });
  }
}

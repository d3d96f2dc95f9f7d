package segment_cache;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/** A cache of open segments; one that is evicted is closed when nobody uses it. */
public final class Fixed {

  static final class Segment implements AutoCloseable {
    private final AtomicInteger users = new AtomicInteger();
    private final ReentrantLock lock = new ReentrantLock();
    private byte[] mapped = {1, 2, 3};

    int read(int offset) {
      lock.lock();
      try {
        return mapped[offset];
      } finally {
        lock.unlock();
      }
    }

    private void unmap() {
      lock.lock();
      try {
        mapped = null;
      } finally {
        lock.unlock();
      }
    }

    @Override
    public void close() {
      users.decrementAndGet();
    }
  }

  static final class Cache {
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Integer, Segment> open = new LinkedHashMap<>();

    Segment acquire(int id) {
      lock.lock();
      try {
        Segment segment = open.computeIfAbsent(id, key -> new Segment());
        segment.users.incrementAndGet();
        return segment;
      } finally {
        lock.unlock();
      }
    }

    void evict() {
      lock.lock();
      try {
        open.values().removeIf(Cache::unmapIdle);
      } finally {
        lock.unlock();
      }
    }

    private static boolean unmapIdle(Segment segment) {
      if (segment.users.get() > 0) {
        return false;
      }
      segment.unmap();
      return true;
    }
  }

  static final class Reader {
    private final Cache cache;

    Reader(Cache cache) {
      this.cache = cache;
    }

    int first(int id) {
      try (Segment segment = cache.acquire(id)) {
        return segment.read(0);
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Cache cache = new Cache();
          WaitGroup tasks = new WaitGroup();
          tasks.go(() -> System.out.println(new Reader(cache).first(7)));
          tasks.go(cache::evict);
          tasks.await();
        });
  }
}

package istio_8214;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** A cache that counts its writes. */
public final class Fixed {

  record Stats(long writes) {}

  interface Cache {
    void set(String key, String value);

    Stats stats();
  }

  static final class LruCache implements Cache {
    private static final VarHandle WRITES = counter("writes");

    private final ConcurrentMap<String, String> entries = new ConcurrentHashMap<>();
    private long writes;

    private static VarHandle counter(String name) {
      try {
        return MethodHandles.lookup().findVarHandle(LruCache.class, name, long.class);
      } catch (ReflectiveOperationException e) {
        throw new ExceptionInInitializerError(e);
      }
    }

    @Override
    public void set(String key, String value) {
      WRITES.getAndAdd(this, 1L);
      entries.put(key, value);
    }

    @Override
    public Stats stats() {
      return new Stats((long) WRITES.getVolatile(this));
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Cache cache = new LruCache();
          WaitGroup users = new WaitGroup();
          for (int user = 0; user < 2; user++) {
            String key = "key-" + user;
            users.go(
                () -> {
                  cache.set(key, "value");
                  cache.stats();
                });
          }
          users.await();
        });
  }
}

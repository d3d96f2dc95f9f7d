package memo_reads;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;

/** A table of parsed schemas that parses on the first read, under the lock of readers. */
public final class Fixed {

  interface Source {
    String read(String name);
  }

  record Schema(String name, int columns) {
    static Schema parse(String name, String text) {
      return new Schema(name, text.split(",").length);
    }
  }

  static final class Locked implements AutoCloseable {
    private final Lock lock;

    Locked(Lock lock) {
      this.lock = lock;
      lock.lock();
    }

    @Override
    public void close() {
      lock.unlock();
    }
  }

  static final class Schemas {
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Map<String, Schema> parsed = new HashMap<>();
    private final Source source;

    Schemas(Source source) {
      this.source = source;
    }

    int columns(String name) {
      Function<String, Schema> parse = key -> Schema.parse(key, source.read(key));
      try (Locked held = new Locked(lock.writeLock())) {
        Schema schema = parsed.computeIfAbsent(name, parse);
        return schema.columns();
      }
    }

    void forget(String name) {
      try (Locked held = new Locked(lock.writeLock())) {
        parsed.remove(name);
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Schemas schemas = new Schemas(name -> "id," + name);
          WaitGroup readers = new WaitGroup();
          readers.go(() -> System.out.println(schemas.columns("users")));
          readers.go(() -> System.out.println(schemas.columns("orders")));
          readers.await();
          schemas.forget("users");
        });
  }
}

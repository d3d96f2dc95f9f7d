package config_upgrade;

import dev.chanlint.runtime.Go;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** A value that is not there yet is loaded while the reader still has the read lock. */
public final class Fixed {

  static final class Settings {
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Map<String, String> values = new HashMap<>();
    private final UnaryOperator<String> source;

    Settings(UnaryOperator<String> source) {
      this.source = source;
    }

    private <T> T reading(Supplier<T> body) {
      lock.readLock().lock();
      try {
        return body.get();
      } finally {
        lock.readLock().unlock();
      }
    }

    private <T> T writing(Supplier<T> body) {
      lock.writeLock().lock();
      try {
        return body.get();
      } finally {
        lock.writeLock().unlock();
      }
    }

    String get(String name) {
      String known = reading(() -> values.get(name));
      return known != null ? known : load(name);
    }

    private String load(String name) {
      return writing(() -> values.computeIfAbsent(name, source));
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Settings settings = new Settings(String::toUpperCase);
          System.out.println(settings.get("host"));
        });
  }
}

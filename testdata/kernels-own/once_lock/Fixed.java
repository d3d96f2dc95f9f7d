package once_lock;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.Once;
import dev.chanlint.runtime.WaitGroup;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * A driver is probed once, by a function that takes the bus; a scan has the bus and asks for the
 * driver.
 */
public final class Fixed {

  static final class Lazy<T> {
    private final Once once = new Once();
    private final AtomicReference<T> value = new AtomicReference<>();
    private final Supplier<T> maker;

    Lazy(Supplier<T> maker) {
      this.maker = maker;
    }

    T get() {
      once.run(() -> value.set(maker.get()));
      return value.get();
    }
  }

  static final class Bus {
    private final Mutex mu = new Mutex();
    private final Lazy<String> driver = new Lazy<>(this::probe);
    private int probes;

    private String probe() {
      mu.lock();
      try {
        return "driver " + ++probes;
      } finally {
        mu.unlock();
      }
    }

    String scan() {
      String found = driver.get();
      mu.lock();
      try {
        return probes + " " + found;
      } finally {
        mu.unlock();
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Bus bus = new Bus();
          WaitGroup users = new WaitGroup();
          users.go(() -> System.out.println(bus.driver.get()));
          System.out.println(bus.scan());
          users.await();
        });
  }
}

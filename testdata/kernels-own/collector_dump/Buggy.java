// fault: deadlock
package collector_dump;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/**
 * All collectors are known to a static registry with a lock; each has one of its own, which it
 * holds while it signs off.
 */
public final class Buggy {

  static final class Collector implements AutoCloseable {
    private static final Mutex ALL = new Mutex();
    private static final Set<Collector> REGISTERED = new LinkedHashSet<>();

    private final ReentrantLock own = new ReentrantLock();
    private final String name;
    private int samples;

    private Collector(String name) {
      this.name = name;
    }

    static Collector register(String name) {
      Collector collector = new Collector(name);
      ALL.lock();
      try {
        REGISTERED.add(collector);
      } finally {
        ALL.unlock();
      }
      return collector;
    }

    static String dump() {
      ALL.lock(); // want deadlock-lock-order
      try {
        StringBuilder text = new StringBuilder();
        for (Collector each : REGISTERED) {
          text.append(each.describe()).append(' ');
        }
        return text.toString();
      } finally {
        ALL.unlock();
      }
    }

    private String describe() {
      own.lock(); // want deadlock-lock-order
      try {
        return name + '=' + samples;
      } finally {
        own.unlock();
      }
    }

    @Override
    public void close() {
      own.lock(); // want deadlock-lock-order
      try {
        samples = 0;
        unregister();
      } finally {
        own.unlock();
      }
    }

    private void unregister() {
      ALL.lock(); // want deadlock-lock-order
      REGISTERED.remove(this);
      ALL.unlock();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          WaitGroup scrape = new WaitGroup();
          try (Collector cpu = Collector.register("cpu")) {
            scrape.go(() -> System.out.println(Collector.dump()));
            System.out.println(cpu.name);
          }
          scrape.await();
        });
  }
}

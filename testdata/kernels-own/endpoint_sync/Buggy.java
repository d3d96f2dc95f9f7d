// fault: deadlock
package endpoint_sync;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * A proxy reads its endpoints under the read lock and counts under a mutex; a change of the rules
 * begins with the mutex and goes on to write the endpoints.
 */
public final class Buggy {

  interface RuleSink {
    void install(Map<String, Integer> rules);
  }

  static final class Proxy {
    private final ReadWriteLock endpointsLock = new ReentrantReadWriteLock();
    private final Map<String, Integer> endpoints = new HashMap<>(Map.of("a", 1));
    private final Mutex statsLock = new Mutex();
    private int lookups;
    private final RuleSink sink;

    Proxy(RuleSink sink) {
      this.sink = sink;
    }

    int resolve(String service) {
      Lock read = endpointsLock.readLock();
      read.lock(); // want deadlock-lock-order
      try {
        count();
        return endpoints.getOrDefault(service, -1);
      } finally {
        read.unlock();
      }
    }

    private void count() {
      statsLock.lock(); // want deadlock-lock-order
      lookups++;
      statsLock.unlock();
    }

    void sync(String service, int weight) {
      int seen;
      statsLock.lock(); // want deadlock-lock-order
      try {
        seen = lookups;
        lookups = 0;
        replace(service, weight);
      } finally {
        statsLock.unlock();
      }
      System.out.println(seen + " since the last sync");
    }

    private void replace(String service, int weight) {
      endpointsLock.writeLock().lock(); // want deadlock-lock-order
      try {
        endpoints.put(service, weight);
        sink.install(endpoints);
      } finally {
        endpointsLock.writeLock().unlock();
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Proxy proxy = new Proxy(rules -> System.out.println(rules.size() + " rules"));
          WaitGroup syncing = new WaitGroup();
          syncing.go(() -> proxy.sync("b", 2));
          System.out.println(proxy.resolve("a"));
          syncing.await();
        });
  }
}

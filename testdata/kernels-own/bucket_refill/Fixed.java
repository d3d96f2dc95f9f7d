package bucket_refill;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;
import java.util.HashMap;
import java.util.Map;

/**
 * Limits share a base class whose template method runs a change under the lock and then tells how
 * much is left, which a subclass reads under the lock, too.
 */
public final class Fixed {

  interface Limit {
    boolean allow(int cost);

    int available();
  }

  abstract static class AbstractLimit implements Limit {
    final Mutex mu = new Mutex();
    int tokens;
    private int reported;

    abstract boolean change(int cost);

    @Override
    public final boolean allow(int cost) {
      mu.lock();
      try {
        boolean changed = change(cost);
        if (changed) {
          report();
        }
        return changed;
      } finally {
        mu.unlock();
      }
    }

    private void report() {
      reported = tokens;
      System.out.println(reported + " left");
    }

    @Override
    public int available() {
      return tokens;
    }
  }

  static final class TokenBucket extends AbstractLimit {
    TokenBucket(int capacity) {
      tokens = capacity;
    }

    @Override
    boolean change(int cost) {
      if (cost > tokens) {
        return false;
      }
      tokens -= cost;
      return true;
    }

    @Override
    public int available() {
      mu.lock();
      try {
        return super.available();
      } finally {
        mu.unlock();
      }
    }
  }

  static final class Limits {
    private final Map<String, Limit> byClient = new HashMap<>();

    void set(String client, Limit limit) {
      byClient.put(client, limit);
    }

    boolean admit(String client, int cost) {
      Limit limit = byClient.get(client);
      return limit == null || limit.allow(cost);
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Limits limits = new Limits();
          limits.set("ann", new TokenBucket(3));
          WaitGroup requests = new WaitGroup();
          requests.go(() -> System.out.println(limits.admit("ann", 2)));
          requests.go(() -> System.out.println(limits.admit("ann", 2)));
          requests.await();
        });
  }
}

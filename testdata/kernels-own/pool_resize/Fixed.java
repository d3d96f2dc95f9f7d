package pool_resize;

import dev.chanlint.runtime.Cond;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How many workers may run is a setting that can be changed while others wait for a place. Places
 * that are given back wake somebody; places that a new setting makes do not.
 */
public final class Fixed {

  interface Tunable {
    void apply(int value);
  }

  static final class Limiter implements Tunable {
    private final Mutex mu = new Mutex();
    private final Cond freed = new Cond(mu);
    private int limit;
    private int inUse;

    void acquire() {
      mu.lock();
      try {
        while (inUse >= limit) {
          freed.await();
        }
        inUse++;
      } finally {
        mu.unlock();
      }
    }

    void release() {
      mu.lock();
      try {
        inUse--;
        freed.signal();
      } finally {
        mu.unlock();
      }
    }

    @Override
    public void apply(int value) {
      mu.lock();
      try {
        limit = value;
        freed.broadcast();
      } finally {
        mu.unlock();
      }
    }
  }

  static final class Settings {
    private final Map<String, List<Tunable>> tunables = new HashMap<>();

    void bind(String name, Tunable tunable) {
      tunables.computeIfAbsent(name, n -> new ArrayList<>()).add(tunable);
    }

    void set(String name, int value) {
      tunables.getOrDefault(name, List.of()).forEach(tunable -> tunable.apply(value));
    }
  }

  static final class Workers {
    private final WaitGroup running = new WaitGroup();
    private final Limiter limiter;

    Workers(Limiter limiter) {
      this.limiter = limiter;
    }

    void submit(Runnable job) {
      running.go(
          () -> {
            limiter.acquire();
            try {
              job.run();
            } finally {
              limiter.release();
            }
          });
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Settings settings = new Settings();
          Limiter limiter = new Limiter();
          settings.bind("workers", limiter);
          settings.bind("verbosity", level -> System.out.println("verbosity " + level));
          Workers workers = new Workers(limiter);
          workers.submit(() -> System.out.println("job"));
          settings.set("workers", 1);
          workers.running.await();
        });
  }
}

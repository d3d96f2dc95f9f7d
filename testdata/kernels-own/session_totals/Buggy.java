// fault: race
package session_totals;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Each session guards what it counts with a lock of its own, the sums for all sessions as well,
 * which they share.
 */
public final class Buggy {

  static final class Totals {
    private long bytes;
    private int requests;

    void add(long more) {
      bytes += more; // want race-unguarded, race-inconsistent-guard
      requests++; // want race-unguarded, race-inconsistent-guard
    }

    String summary() {
      return bytes + " bytes in " + requests + " requests";
    }
  }

  static final class Meter {
    private final Mutex mu;
    private final Totals totals;
    private long own;

    Meter(Mutex mu, Totals totals) {
      this.mu = mu;
      this.totals = totals;
    }

    void count(long bytes) {
      mu.lock();
      try {
        own += bytes;
        totals.add(bytes);
      } finally {
        mu.unlock();
      }
    }
  }

  static final class Listener {
    private final Totals totals = new Totals();
    private final Map<String, Meter> meters = new LinkedHashMap<>();
    private final WaitGroup sessions = new WaitGroup();

    private Meter meter(String client) {
      return meters.computeIfAbsent(client, c -> new Meter(new Mutex(), totals));
    }

    void accept(String client, String request) {
      Meter meter = meter(client);
      sessions.go(() -> meter.count(request.length()));
    }

    String close() {
      sessions.await();
      return totals.summary();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Listener listener = new Listener();
          listener.accept("ann", "GET /");
          listener.accept("bob", "GET /index");
          System.out.println(listener.close());
        });
  }
}

// fault: deadlock
package probe_latch;

import dev.chanlint.runtime.Go;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;

/** Waits until all probes have reported; one that throws reports nothing. */
public final class Buggy {

  interface Probe {
    boolean healthy(String host);
  }

  static final class Prober {
    private final Probe probe;
    private final ConcurrentLinkedQueue<String> sick = new ConcurrentLinkedQueue<>();

    Prober(Probe probe) {
      this.probe = probe;
    }

    private void check(String host, CountDownLatch reports) {
      try {
        if (!probe.healthy(host)) {
          sick.add(host);
        }
        reports.countDown();
      } catch (IllegalStateException e) {
        sick.add(host + ": " + e.getMessage());
      }
    }

    int run(List<String> hosts) throws InterruptedException {
      CountDownLatch reports = new CountDownLatch(hosts.size());
      hosts.forEach(host -> Go.go(() -> check(host, reports)));
      reports.await(); // want deadlock-waitgroup, leak-receive, deadlock-cyclic-wait
      return sick.size();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Prober prober =
              new Prober(
                  host -> {
                    if (host.startsWith("x")) {
                      throw new IllegalStateException("no route");
                    }
                    return true;
                  });
          System.out.println(prober.run(List.of("a", "x")));
        });
  }
}

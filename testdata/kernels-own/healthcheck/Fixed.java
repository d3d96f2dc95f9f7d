package healthcheck;

import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.onTimeout;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.SendChan;
import dev.chanlint.runtime.WaitGroup;
import java.time.Duration;

/** A probe with a deadline: who asked may be gone when the answer comes. */
public final class Fixed {

  enum Health {
    HEALTHY,
    UNHEALTHY,
    UNKNOWN
  }

  @FunctionalInterface
  interface Probe {
    Health check() throws Exception;
  }

  static final class Prober {
    private final Duration timeout;
    private final WaitGroup running = new WaitGroup();

    Prober(Duration timeout) {
      this.timeout = timeout;
    }

    Health probe(Probe probe) {
      Chan<Health> healthy = Chan.make(1);
      Chan<Exception> failed = Chan.make(1);
      running.go(() -> run(probe, healthy, failed));
      return select(
          onReceive(healthy),
          onReceive(failed).as(Health.UNHEALTHY),
          onTimeout(timeout).as(Health.UNKNOWN));
    }

    private static void run(Probe probe, SendChan<Health> healthy, SendChan<Exception> failed) {
      Health result;
      try {
        result = probe.check();
      } catch (Exception e) {
        failed.send(e);
        return;
      }
      healthy.send(result);
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Prober prober = new Prober(Duration.ofMillis(10));
          Health health =
              prober.probe(
                  () -> {
                    throw new IllegalStateException("refused");
                  });
          System.out.println(health != Health.HEALTHY);
          prober.running.await();
        });
  }
}

// fault: panic
package span_export;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.Unit;

/**
 * Spans are sent by an exporter that is shut down while some are still on their way; it has given
 * its connection away by then.
 */
public final class Buggy {

  static final class Wire {
    private int sent;

    void write(String span) {
      sent += span.length();
    }
  }

  static final class Exporter {
    private final Mutex mu = new Mutex();
    private Wire wire = new Wire();

    void export(String span) {
      mu.lock();
      try {
        wire.write(span); // want order-use-after-teardown
      } finally {
        mu.unlock();
      }
    }

    int shutdown() {
      mu.lock();
      try {
        int sent = wire.sent;
        wire = null;
        return sent;
      } finally {
        mu.unlock();
      }
    }
  }

  static final class Tracer {
    private final Exporter exporter = new Exporter();

    Chan<Unit> span(String name, Runnable body) {
      Chan<Unit> ended = Chan.make();
      body.run();
      Go.go(
          () -> {
            try (ended) {
              exporter.export(name);
            }
          });
      return ended;
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Tracer tracer = new Tracer();
          Chan<Unit> ended = tracer.span("request", () -> {});
          System.out.println(tracer.exporter.shutdown());
          ended.receive();
        });
  }
}

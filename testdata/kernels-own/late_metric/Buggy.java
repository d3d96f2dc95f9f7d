// fault: panic
package late_metric;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import java.util.concurrent.CountDownLatch;

/** Metrics are sent to a collector that is closed when the first sender has finished. */
public final class Buggy {

  record Metric(String name, long value) {}

  static final class Collector {
    private final Chan<Metric> metrics = Chan.make(4);
    private final CountDownLatch senders;

    Collector(int senders) {
      this.senders = new CountDownLatch(senders);
      Go.go(
          () -> {
            this.senders.await();
            metrics.close(); // want close-before-send
          });
    }

    void report(Metric... all) {
      for (Metric metric : all) {
        metrics.send(metric); // want close-before-send
      }
      senders.countDown();
    }

    long total() {
      long total = 0;
      for (Metric metric : metrics) {
        total += metric.value();
      }
      return total;
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Collector collector = new Collector(1);
          Go.go(() -> collector.report(new Metric("cpu", 1)));
          Go.go(() -> collector.report(new Metric("mem", 2), new Metric("swap", 0)));
          System.out.println(collector.total() > 0);
        });
  }
}

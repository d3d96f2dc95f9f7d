import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.CancelContext;
import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Context;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.Ticker;
import dev.chanlint.runtime.WaitGroup;
import java.time.Duration;

/** A loop that does something at every tick until its context ends. */
public final class TickerLoop {

  /** What is measured. */
  static final class Gauge {
    private final Mutex mutex = new Mutex();
    private int value;
    private int samples;

    void set(int next) {
      mutex.lock();
      try {
        value = next;
      } finally {
        mutex.unlock();
      }
    }

    int sample() {
      mutex.lock();
      try {
        samples++;
        return value;
      } finally {
        mutex.unlock();
      }
    }
  }

  private final Gauge gauge = new Gauge();
  private final Chan<Integer> latest = Chan.make(1);

  private void loop(Context context, Duration period) {
    try (Ticker ticker = new Ticker(period)) {
      while (true) {
        boolean stopped =
            select(
                onReceive(context.done()).as(true),
                onReceive(ticker.channel()).map(tick -> report()));
        if (stopped) {
          return;
        }
      }
    }
  }

  private boolean report() {
    int sample = gauge.sample();
    if (!latest.trySend(sample)) {
      latest.tryReceive();
      latest.trySend(sample);
    }
    return false;
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          TickerLoop monitor = new TickerLoop();
          WaitGroup loops = new WaitGroup();
          CancelContext context = Context.withCancel(Context.background());
          loops.go(() -> monitor.loop(context, Duration.ofMillis(5)));
          monitor.gauge.set(7);
          context.cancel();
          loops.await();
          System.out.println(monitor.gauge.samples >= 0);
        });
  }
}

// fault: leak
package istio_18454;

import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.CancelContext;
import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Context;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.Timer;
import dev.chanlint.runtime.Unit;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Processes configuration events; a strategy gathers bursts of changes into one publication. */
public final class Buggy {
  static final int EVENTS = 3;

  interface Strategy {
    void onChange(Context ctx);
  }

  static final class DebounceStrategy implements Strategy {
    private final Mutex stateLock = new Mutex();
    private final Chan<Unit> resetChan = Chan.make(1);
    private final Runnable publish;
    private Timer timer;

    DebounceStrategy(Runnable publish) {
      this.publish = publish;
    }

    @Override
    public void onChange(Context ctx) {
      stateLock.lock();
      if (timer != null) {
        stateLock.unlock();
        resetChan.send(Unit.UNIT); // want leak-ignores-cancel
        return;
      }
      Timer quiet = new Timer(Duration.ofNanos(1));
      timer = quiet;
      Go.go(() -> awaitQuiet(ctx, quiet));
      stateLock.unlock();
    }

    private void awaitQuiet(Context ctx, Timer quiet) {
      boolean running = true;
      while (running) {
        running =
            select(
                onReceive(quiet.channel())
                    .then(
                        () -> {
                          publish.run();
                          return true;
                        }),
                onReceive(resetChan)
                    .then(
                        () -> {
                          restart(quiet);
                          return true;
                        }),
                onReceive(ctx.done()).as(false));
      }
      quiet.stop();
    }

    private void restart(Timer quiet) {
      if (!quiet.stop()) {
        quiet.channel().receive(); // want leak-receive, leak-ignores-cancel
      }
      quiet.reset(Duration.ofNanos(1));
    }
  }

  static final class Processor {
    private final Chan<Integer> events = Chan.make(EVENTS);
    private final Strategy strategy;

    Processor(Strategy strategy) {
      this.strategy = strategy;
      for (int event = 0; event < EVENTS; event++) {
        events.send(event);
      }
    }

    void run(Context ctx) {
      boolean running = true;
      while (running) {
        running =
            select(
                onReceive(ctx.done()).as(false),
                onReceive(events)
                    .then(
                        () -> {
                          strategy.onChange(ctx);
                          return true;
                        }));
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          AtomicInteger published = new AtomicInteger();
          DebounceStrategy strategy = new DebounceStrategy(published::incrementAndGet);
          Processor processor = new Processor(strategy);
          try (CancelContext ctx = Context.withCancel(Context.background())) {
            Go.go(() -> processor.run(ctx));
          }
        });
  }
}

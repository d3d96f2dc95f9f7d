package stat_ticker;

import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Ticker;
import dev.chanlint.runtime.Unit;
import dev.chanlint.runtime.WaitGroup;
import java.time.Duration;
import java.util.function.Consumer;

/** Prints statistics at each tick until it is stopped. */
public final class Fixed {

  static final class StatLogger implements AutoCloseable {
    private final Ticker ticker = new Ticker(Duration.ofSeconds(1));
    private final Consumer<Integer> sink;
    private final Chan<Unit> closed = Chan.make();
    private final WaitGroup running = new WaitGroup();
    private int lines;

    StatLogger(Consumer<Integer> sink) {
      this.sink = sink;
    }

    StatLogger start() {
      running.go(this::run);
      return this;
    }

    private void run() {
      while (select(onReceive(ticker.channel()).as(true), onReceive(closed).as(false))) {
        sink.accept(++lines);
      }
    }

    @Override
    public void close() {
      ticker.stop();
      closed.close();
      running.await();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Chan<Integer> lines = Chan.make(1);
          try (StatLogger logger = new StatLogger(lines::trySend).start()) {
            System.out.println(lines.receive());
          }
        });
  }
}

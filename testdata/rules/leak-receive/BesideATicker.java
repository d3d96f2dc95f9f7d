package rules.leakreceive;

import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.CancelContext;
import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Context;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Ticker;
import dev.chanlint.runtime.Unit;
import dev.chanlint.runtime.WaitGroup;
import java.time.Duration;

/** Something ticks on and on beside what is stuck; what waits for the end of that is not. */
public final class BesideATicker {

  private static void tick(Context ctx) {
    try (Ticker ticker = new Ticker(Duration.ofMillis(1))) {
      while (select(onReceive(ctx.done()).as(false), onReceive(ticker.channel()).as(true))) {
        Go.gosched();
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Chan<String> answer = Chan.make();
          try (CancelContext ctx = Context.withCancel(Context.background())) {
            Go.go(() -> tick(ctx));
            System.out.println(answer.receive()); // want leak-receive
          }
        });
  }

  /** A service that ticks until somebody ends the process. */
  static final class Service {
    public static void main(String[] args) {
      Go.run(
          () -> {
            Chan<Unit> ended = Chan.make();
            WaitGroup running = new WaitGroup();
            running.go(
                () -> {
                  try (ended) {
                    tick(Context.background());
                  }
                });
            running.await();
          });
    }
  }

  /** The same, waited for by a channel that is closed when it ends. */
  static final class Waiting {
    public static void main(String[] args) {
      Go.run(
          () -> {
            Chan<Unit> ended = Chan.make();
            CancelContext ctx = Context.withCancel(Context.background());
            Go.go(
                () -> {
                  try (ended) {
                    tick(ctx);
                  }
                });
            ended.receive();
            ctx.cancel();
          });
    }
  }
}

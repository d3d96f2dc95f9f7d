import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.CancelContext;
import dev.chanlint.runtime.Context;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Ticker;
import dev.chanlint.runtime.WaitGroup;
import java.time.Duration;

/** A task that a ticker drives, that a context stops and that is waited for at the end. */
public final class BackgroundTask {

  private BackgroundTask() {}

  public static void main(String[] args) {
    Go.run(
        () -> {
          WaitGroup tasks = new WaitGroup();
          try (CancelContext running = Context.withCancel(Context.background())) {
            tasks.go(() -> refresh(running));
            Go.sleep(Duration.ofMillis(50));
          }
          tasks.await();
          System.out.println("stopped");
        });
  }

  private static void refresh(Context running) {
    try (Ticker ticker = new Ticker(Duration.ofMillis(10))) {
      boolean more = true;
      while (more) {
        more = select(onReceive(ticker.channel()).as(true), onReceive(running.done()).as(false));
      }
    }
  }
}

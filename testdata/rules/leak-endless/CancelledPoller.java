package rules.leakendless;

import dev.chanlint.runtime.CancelContext;
import dev.chanlint.runtime.Context;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** A poller that never looks at its context goes on when that is cancelled; main waits for it. */
public final class CancelledPoller {

  private final Context context;
  private final BooleanSupplier ready;

  private CancelledPoller(Context context, BooleanSupplier ready) {
    this.context = context;
    this.ready = ready;
  }

  private void poll() {
    while (!ready.getAsBoolean()) {
      Go.sleep(Duration.ofMillis(3));
    }
    System.out.println("ready: " + context.err());
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          CancelContext context = Context.withCancel(Context.background());
          WaitGroup pollers = new WaitGroup();
          // want +1 leak-endless confirmed
          pollers.go(new CancelledPoller(context, () -> false)::poll);
          context.cancel();
          pollers.await();
        });
  }
}

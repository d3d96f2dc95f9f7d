import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.onTimeout;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.CancelContext;
import dev.chanlint.runtime.Context;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

/** Pauses between attempts that grow, end with the context, and order nothing. */
public final class RetryWithBackoff {

  /** Fails at first. */
  static final class Flaky implements Callable<String> {
    private final AtomicInteger calls = new AtomicInteger();

    @Override
    public String call() throws IOException {
      if (calls.incrementAndGet() < 2) {
        throw new IOException("not yet");
      }
      return "ready";
    }
  }

  private final int attempts;
  private final Duration first;

  RetryWithBackoff(int attempts, Duration first) {
    this.attempts = attempts;
    this.first = first;
  }

  <T> T call(Context context, Callable<T> task, T otherwise) {
    Duration pause = first;
    for (int attempt = 0; attempt < attempts; attempt++) {
      try {
        return task.call();
      } catch (Exception e) {
        boolean again = select(onTimeout(pause).as(true), onReceive(context.done()).as(false));
        if (!again) {
          return otherwise;
        }
        pause = pause.multipliedBy(2);
      }
    }
    return otherwise;
  }

  private static void politely(Flaky flaky) throws IOException {
    Go.sleep(Duration.ofMillis(1));
    flaky.call();
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          try (CancelContext context = Context.withCancel(Context.background())) {
            Flaky flaky = new Flaky();
            RetryWithBackoff retry = new RetryWithBackoff(3, Duration.ofMillis(1));
            WaitGroup callers = new WaitGroup();
            callers.go(() -> retry.call(context, flaky, "failed"));
            callers.await();
            politely(flaky);
            System.out.println(flaky.calls.get());
          }
        });
  }
}

// fault: leak
package kubernetes_5316;

import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.onTimeout;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** Finishes an API request in time, or answers with a timeout. */
public final class Buggy {

  /** Produces the answer of a request. */
  interface ResultFunc {
    String get() throws IOException;
  }

  sealed interface Result {
    record Success(String object) implements Result {}

    record Failure(String reason) implements Result {}
  }

  static final class RequestHandler {
    private final AtomicInteger finished = new AtomicInteger();

    Result finishRequest(Duration timeout, ResultFunc fn) {
      Chan<String> ch = Chan.make();
      Chan<IOException> errCh = Chan.make();
      Go.go(
          () -> {
            try {
              String object = fn.get();
              finished.incrementAndGet();
              ch.send(object); // want leak-send
            } catch (IOException e) {
              finished.incrementAndGet();
              errCh.send(e); // want leak-send
            }
          });
      return select(
          onReceive(ch).map(Result.Success::new),
          onReceive(errCh).map(e -> new Result.Failure(e.getMessage())),
          onTimeout(timeout).then(() -> new Result.Failure("timeout")));
    }
  }

  private static String storePod() throws IOException {
    Go.sleep(Duration.ofMillis(2));
    if (ThreadLocalRandom.current().nextBoolean()) {
      throw new IOException("conflict");
    }
    return "pod";
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          RequestHandler handler = new RequestHandler();
          Result result = handler.finishRequest(Duration.ofMillis(1), Buggy::storePod);
          System.out.println(result);
        });
  }
}

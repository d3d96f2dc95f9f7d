// fault: leak
package moby_4395;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.ReceiveChan;
import java.io.IOException;

/** Runs a command's streams in the background and promises its outcome. */
public final class Buggy {

  sealed interface Outcome {
    record Ok() implements Outcome {}

    record Failed(Exception cause) implements Outcome {}
  }

  /** What the background job does. */
  interface Job {
    void run() throws Exception;
  }

  static final class Promise {
    private Promise() {}

    static ReceiveChan<Outcome> go(Job job) {
      Chan<Outcome> ch = Chan.make();
      Go.go(() -> ch.send(outcomeOf(job))); // want leak-send
      return ch;
    }

    private static Outcome outcomeOf(Job job) {
      try {
        job.run();
        return new Outcome.Ok();
      } catch (Exception e) {
        return new Outcome.Failed(e);
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Promise.go( // want leak-send
              () -> {
                throw new IOException("stdin is closed");
              });
        });
  }
}

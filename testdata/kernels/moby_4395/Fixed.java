package moby_4395;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.ReceiveChan;
import dev.chanlint.runtime.WaitGroup;
import java.io.IOException;

/** Runs a command's streams in the background and promises its outcome. */
public final class Fixed {

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

    static ReceiveChan<Outcome> go(WaitGroup jobs, Job job) {
      Chan<Outcome> ch = Chan.make(1);
      jobs.go(() -> ch.send(outcomeOf(job)));
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
          WaitGroup jobs = new WaitGroup();
          Promise.go(
              jobs,
              () -> {
                throw new IOException("stdin is closed");
              });
          jobs.await();
        });
  }
}

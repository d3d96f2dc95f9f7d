package rules.closetwice;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Unit;
import dev.chanlint.runtime.WaitGroup;

/** Whoever ends closes the channel, and both end. */
public final class BothSidesClose {

  private final Chan<Unit> stop = Chan.make();

  public static void main(String[] args) {
    Go.run(
        () -> {
          BothSidesClose server = new BothSidesClose();
          WaitGroup running = new WaitGroup();
          running.go(server::serve);
          server.end();
          running.await();
        });
  }

  private void serve() {
    end();
  }

  private void end() {
    stop.close(); // want close-twice
  }
}

package rules.closebeforesend;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;

/** The channel is closed once both producers are done. */
public final class ClosedAfterTheProducers {

  public static void main(String[] args) {
    Go.run(
        () -> {
          Chan<Integer> results = Chan.make(2);
          WaitGroup producers = new WaitGroup();
          producers.go(() -> results.send(1));
          producers.go(() -> results.send(2));
          producers.await();
          results.close();
        });
  }
}

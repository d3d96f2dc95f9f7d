package rules.closebeforesend;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.SendChan;
import dev.chanlint.runtime.WaitGroup;

/** The channel is closed when the first of two producers is done. */
public final class ClosedUnderTheProducers {

  public static void main(String[] args) {
    Go.run(
        () -> {
          Chan<Integer> results = Chan.make(2);
          WaitGroup first = new WaitGroup();
          WaitGroup all = new WaitGroup();
          first.add(1);
          all.go(
              () -> {
                produce(results, 1);
                first.done();
              });
          all.go(() -> produce(results, 2));
          first.await();
          results.close();
          all.await();
        });
  }

  private static void produce(SendChan<Integer> results, int value) {
    results.send(value); // want close-before-send
  }
}

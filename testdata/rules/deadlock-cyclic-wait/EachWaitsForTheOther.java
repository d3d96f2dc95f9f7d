package rules.deadlockcyclicwait;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.ReceiveChan;
import dev.chanlint.runtime.SendChan;
import dev.chanlint.runtime.WaitGroup;

/** Two goroutines, each of which receives before it sends. */
public final class EachWaitsForTheOther {

  public static void main(String[] args) {
    Go.run(
        () -> {
          Chan<Integer> left = Chan.make();
          Chan<Integer> right = Chan.make();
          WaitGroup both = new WaitGroup();
          both.go(() -> forward(left, right));
          both.go(() -> forward(right, left));
          both.await();
        });
  }

  private static void forward(ReceiveChan<Integer> from, SendChan<Integer> to) {
    Integer value = from.receive(); // want deadlock-cyclic-wait
    if (value != null) {
      to.send(value);
    }
  }
}

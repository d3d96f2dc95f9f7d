package rules.misuseignoredclose;

import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;

/** The unboxing is in the type of a variable; the close is in another goroutine. */
public final class UnboxedInALoop {

  private final Chan<Integer> numbers = Chan.make();
  private final Chan<Integer> more = Chan.make();

  public static void main(String[] args) {
    Go.run(
        () -> {
          UnboxedInALoop program = new UnboxedInALoop();
          WaitGroup senders = new WaitGroup();
          senders.go(program::produce);
          System.out.println(program.sum());
          senders.await();
        });
  }

  private void produce() {
    numbers.send(1);
    numbers.close();
    more.close();
  }

  private int sum() {
    int sum = 0;
    while (sum < 2) {
      int number =
          select(onReceive(numbers), onReceive(more)); // want misuse-ignored-close confirmed
      sum += number;
    }
    return sum;
  }
}

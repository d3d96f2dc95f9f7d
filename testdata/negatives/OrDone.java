import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.onSend;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.CancelContext;
import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Context;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.SendChan;
import dev.chanlint.runtime.WaitGroup;

/** A consumer that leaves early tells the producer by its context, which every send watches. */
public final class OrDone {

  private OrDone() {}

  public static void main(String[] args) {
    Go.run(
        () -> {
          WaitGroup producers = new WaitGroup();
          try (CancelContext scope = Context.withCancel(Context.background())) {
            Chan<Integer> numbers = Chan.make();
            producers.go(() -> count(scope, numbers));
            System.out.println(numbers.receive());
          }
          producers.await();
        });
  }

  private static void count(Context scope, SendChan<Integer> numbers) {
    int next = 0;
    boolean wanted = true;
    while (wanted) {
      wanted = select(onSend(numbers, next).as(true), onReceive(scope.done()).as(false));
      next++;
    }
  }
}

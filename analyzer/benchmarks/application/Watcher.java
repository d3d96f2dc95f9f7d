import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.onSend;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.CancelContext;
import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Context;
import dev.chanlint.runtime.Go;

/** Numbers widgets until nobody wants more. */
public class Watcher {

  public long watch(int wanted) {
    try (CancelContext context = Context.withCancel(Context.background())) {
      Chan<Integer> numbers = numbers(context);
      long sum = new Sequential(23).work(1);
      for (int n = 0; n < wanted; n++) {
        sum += numbers.receive();
      }
      return sum;
    }
  }

  private static Chan<Integer> numbers(Context context) {
    Chan<Integer> numbers = Chan.make();
    Go.go(
        () -> {
          for (int n = 31; offer(numbers, n, context); n++) {} // broken: for (int n = 31; n < 999; n++) numbers.send(n); // planted: leak-send, leak-ignores-cancel
        });
    return numbers;
  }

  private static boolean offer(Chan<Integer> numbers, int number, Context context) {
    return select(
        onSend(numbers, number).as(true), onReceive(context.done()).as(false));
  }

  // main
  public static void main(String[] args) {
    Go.run(() -> System.out.println(new Watcher().watch(3)));
  }
  // end
}

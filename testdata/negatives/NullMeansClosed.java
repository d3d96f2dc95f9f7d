import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.ReceiveChan;
import dev.chanlint.runtime.Received;
import dev.chanlint.runtime.WaitGroup;
import java.util.Objects;
import java.util.Optional;

/** All the ways to take a value from a channel that may be closed. */
public final class NullMeansClosed {

  /** Adds up what it takes. */
  interface Summing {
    int sum(ReceiveChan<Integer> numbers);
  }

  private static int byNull(ReceiveChan<Integer> numbers) {
    int sum = 0;
    Integer number;
    while ((number = numbers.receive()) != null) {
      sum += number;
    }
    return sum;
  }

  private static int byOk(ReceiveChan<Integer> numbers) {
    int sum = 0;
    for (Received<Integer> r = numbers.receiveOk(); r.ok(); r = numbers.receiveOk()) {
      sum += r.value();
    }
    return sum;
  }

  private static int byZero(ReceiveChan<Integer> numbers) {
    int sum = 0;
    for (int n = numbers.receiveOr(0); n != 0; n = numbers.receiveOr(0)) {
      sum += n;
    }
    return sum;
  }

  private static int byOptional(ReceiveChan<Integer> numbers) {
    return Optional.ofNullable(numbers.receive()).orElse(0) + byNull(numbers);
  }

  private static int bySelect(ReceiveChan<Integer> numbers) {
    int sum = 0;
    boolean open = true;
    while (open) {
      int next = select(onReceive(numbers).map(n -> n == null ? -1 : n));
      open = next >= 0;
      sum += Math.max(next, 0);
    }
    return sum;
  }

  /** The sender promises one value before it closes. */
  private static int first(ReceiveChan<Integer> numbers) {
    int first = Objects.requireNonNull(numbers.receive());
    return first + byNull(numbers);
  }

  private static int over(Summing summing) {
    Chan<Integer> numbers = Chan.make(1);
    WaitGroup sender = new WaitGroup();
    sender.go(
        () -> {
          numbers.send(2);
          numbers.close();
        });
    int sum = summing.sum(numbers);
    sender.await();
    return sum;
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          System.out.println(over(NullMeansClosed::byNull) + over(NullMeansClosed::byOk));
          System.out.println(over(NullMeansClosed::byZero) + over(NullMeansClosed::byOptional));
          System.out.println(over(NullMeansClosed::bySelect) + over(NullMeansClosed::first));
        });
  }
}

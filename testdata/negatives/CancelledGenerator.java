import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.onSend;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.CancelContext;
import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Context;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.ReceiveChan;
import dev.chanlint.runtime.WaitGroup;
import java.util.function.IntUnaryOperator;

/** An endless generator that ends with its context; the consumer takes only a few values. */
public final class CancelledGenerator {

  private final WaitGroup running = new WaitGroup();

  private ReceiveChan<Integer> generate(Context context, int seed, IntUnaryOperator next) {
    Chan<Integer> out = Chan.make();
    running.go(
        () -> {
          try (out) {
            int value = seed;
            while (offer(context, out, value)) {
              value = next.applyAsInt(value);
            }
          }
        });
    return out;
  }

  private static boolean offer(Context context, Chan<Integer> out, int value) {
    return select(onSend(out, value).as(true), onReceive(context.done()).as(false));
  }

  private ReceiveChan<Integer> take(Context context, ReceiveChan<Integer> in, int count) {
    Chan<Integer> out = Chan.make();
    running.go(
        () -> {
          try (out) {
            for (int i = 0; i < count; i++) {
              Integer value = in.receive();
              if (value == null || !offer(context, out, value)) {
                return;
              }
            }
          }
        });
    return out;
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          CancelledGenerator generators = new CancelledGenerator();
          try (CancelContext context = Context.withCancel(Context.background())) {
            ReceiveChan<Integer> powers = generators.generate(context, 1, n -> n * 2);
            for (int power : generators.take(context, powers, 2)) {
              System.out.println(power);
            }
          }
          generators.running.await();
        });
  }
}

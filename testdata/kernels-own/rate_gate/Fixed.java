package rate_gate;

import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.onSend;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.CancelContext;
import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Context;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.concurrent.atomic.AtomicInteger;

/** Hands out tokens until its context ends; it sees the end only between two tokens. */
public final class Fixed {

  static final class RateGate {
    private final Chan<Integer> tokens = Chan.make();
    private final AtomicInteger issued = new AtomicInteger();
    private final WaitGroup filling = new WaitGroup();

    RateGate(Context ctx) {
      filling.go(() -> fill(ctx));
    }

    private void fill(Context ctx) {
      while (true) {
        boolean more =
            select(
                onReceive(ctx.done()).as(false), onSend(tokens, issued.incrementAndGet()).as(true));
        if (!more) {
          return;
        }
      }
    }

    int take() {
      return tokens.receive();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          RateGate gate;
          try (CancelContext ctx = Context.withCancel(Context.background())) {
            gate = new RateGate(ctx);
            System.out.println(gate.take() + gate.take());
          }
          gate.filling.await();
        });
  }
}

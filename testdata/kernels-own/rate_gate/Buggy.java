// fault: leak
package rate_gate;

import dev.chanlint.runtime.CancelContext;
import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Context;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Received;
import dev.chanlint.runtime.Unit;
import java.util.concurrent.atomic.AtomicInteger;

/** Hands out tokens until its context ends; it sees the end only between two tokens. */
public final class Buggy {

  static final class RateGate {
    private final Chan<Integer> tokens = Chan.make();
    private final AtomicInteger issued = new AtomicInteger();

    RateGate(Context ctx) {
      Go.go("gate", () -> fill(ctx));
    }

    private void fill(Context ctx) {
      while (true) {
        Received<Unit> ended = ctx.done().tryReceive();
        if (ended != null) {
          return;
        }
        tokens.send(issued.incrementAndGet()); // want leak-ignores-cancel, leak-send
      }
    }

    int take() {
      return tokens.receive();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          try (CancelContext ctx = Context.withCancel(Context.background())) {
            RateGate gate = new RateGate(ctx);
            System.out.println(gate.take() + gate.take());
          }
        });
  }
}

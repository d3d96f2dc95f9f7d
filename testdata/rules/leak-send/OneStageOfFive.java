package rules.leaksend;

import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.onSend;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.CancelContext;
import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Context;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.ReceiveChan;
import dev.chanlint.runtime.SendChan;
import dev.chanlint.runtime.WaitGroup;

/**
 * Of the five stages of a pipeline one does not watch the context. There are more schedules than a
 * search can go through, and what leaves it stuck is decided early.
 */
public final class OneStageOfFive {

  private static final int STAGES = 5;
  private static final int DEAF = 2;
  private static final int ITEMS = 4;

  private final CancelContext ctx = Context.withCancel(Context.background());
  private final WaitGroup running = new WaitGroup();

  private boolean offer(SendChan<Integer> out, int item) {
    return select(onSend(out, item).as(true), onReceive(ctx.done()).as(false));
  }

  private void produce(SendChan<Integer> out) {
    try (out) {
      for (int item = 0; item < ITEMS && offer(out, item); item++) {
        Go.gosched();
      }
    }
  }

  private void pass(ReceiveChan<Integer> in, SendChan<Integer> out) {
    try (out) {
      for (Integer item : in) {
        if (!offer(out, item)) {
          return;
        }
      }
    }
  }

  private void passDeaf(ReceiveChan<Integer> in, SendChan<Integer> out) {
    try (out) {
      for (Integer item : in) {
        out.send(item); // want leak-send
      }
    }
  }

  private ReceiveChan<Integer> start() {
    Chan<Integer> source = Chan.make();
    running.go(() -> produce(source));
    ReceiveChan<Integer> last = source;
    for (int stage = 0; stage < STAGES; stage++) {
      ReceiveChan<Integer> in = last;
      Chan<Integer> out = Chan.make();
      boolean isDeaf = stage == DEAF;
      running.go(
          () -> {
            if (isDeaf) {
              passDeaf(in, out);
            } else {
              pass(in, out);
            }
          });
      last = out;
    }
    return last;
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          OneStageOfFive pipeline = new OneStageOfFive();
          System.out.println(pipeline.start().receive());
          pipeline.ctx.cancel();
          pipeline.running.await();
        });
  }
}

package reconcile_permit;

import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.CancelContext;
import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Context;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.ReceiveChan;
import dev.chanlint.runtime.Unit;
import dev.chanlint.runtime.WaitGroup;

/**
 * A controller reconciles at every tick until its context ends. Before each it takes a permit, and
 * for that it waits without looking at the context.
 */
public final class Fixed {

  interface Reconciler {
    boolean reconcile(int round);
  }

  static final class Limiter {
    private final Chan<Unit> permits = Chan.make(1);

    void refill() {
      permits.trySend(Unit.UNIT);
    }

    boolean take(Context ctx) {
      return select(onReceive(permits).as(true), onReceive(ctx.done()).as(false));
    }
  }

  static final class Controller {
    private final Limiter limiter = new Limiter();
    private final Reconciler reconciler;

    Controller(Reconciler reconciler) {
      this.reconciler = reconciler;
    }

    void run(Context ctx, ReceiveChan<Integer> changes) {
      boolean going = true;
      while (going) {
        going =
            select(
                onReceive(changes)
                    .map(
                        change ->
                            change != null && limiter.take(ctx) && reconciler.reconcile(change)),
                onReceive(ctx.done()).as(false));
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Chan<Integer> changes = Chan.make();
          Controller controller = new Controller(change -> change < 9);
          controller.limiter.refill();
          WaitGroup loops = new WaitGroup();
          try (CancelContext ctx = Context.withCancel(Context.background())) {
            loops.go(() -> controller.run(ctx, changes));
            changes.send(1);
            changes.send(2);
          }
          loops.await();
        });
  }
}

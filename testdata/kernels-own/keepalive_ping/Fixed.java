package keepalive_ping;

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
import java.time.Duration;
import java.util.List;

/**
 * A connection's reader obeys the context of the connection, its keep-alive only looks at it before
 * it hands the next ping to the reader.
 */
public final class Fixed {

  abstract static class Loop {
    final Context ctx;

    Loop(Context ctx) {
      this.ctx = ctx;
    }

    abstract boolean step();

    void run() {
      while (ctx.err() == null && step()) {
        Go.gosched();
      }
    }
  }

  static final class Reader extends Loop {
    private final ReceiveChan<Integer> pings;

    Reader(Context ctx, ReceiveChan<Integer> pings) {
      super(ctx);
      this.pings = pings;
    }

    @Override
    boolean step() {
      return select(onReceive(pings).map(ping -> ping != null), onReceive(ctx.done()).as(false));
    }
  }

  static final class KeepAlive extends Loop {
    private final SendChan<Integer> pings;
    private int left;

    KeepAlive(Context ctx, SendChan<Integer> pings, int count) {
      super(ctx);
      this.pings = pings;
      this.left = count;
    }

    @Override
    boolean step() {
      select(onSend(pings, left), onReceive(ctx.done()));
      return --left > 0;
    }
  }

  static final class Transport implements AutoCloseable {
    private final CancelContext ctx;
    private final WaitGroup loops = new WaitGroup();

    Transport(Context parent) {
      ctx = Context.withCancel(parent);
      Chan<Integer> pings = Chan.make();
      for (Loop loop : List.of(new Reader(ctx, pings), new KeepAlive(ctx, pings, 2))) {
        loops.go(loop::run);
      }
    }

    @Override
    public void close() {
      ctx.cancel();
      loops.await();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          try (Transport transport = new Transport(Context.background())) {
            Go.sleep(Duration.ofMillis(1));
          }
        });
  }
}

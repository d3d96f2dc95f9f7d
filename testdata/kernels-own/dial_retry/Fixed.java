package dial_retry;

import dev.chanlint.runtime.CancelContext;
import dev.chanlint.runtime.Context;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Dials until one attempt succeeds; each has a context of its own, which is ended at the end of the
 * loop's body, where a failed attempt does not come by.
 */
public final class Fixed {

  interface Conn {
    String peer();
  }

  interface Dialer {
    Optional<Conn> dial(Context ctx, int attempt);
  }

  static final class Keepalive {
    private final AtomicInteger closed = new AtomicInteger();
    private final WaitGroup watching = new WaitGroup();

    void watch(Context attempt) {
      watching.go(
          () -> {
            attempt.done().receive();
            closed.incrementAndGet();
          });
    }
  }

  static final class Client {
    private final Dialer dialer;
    private final Keepalive keepalive = new Keepalive();

    Client(Dialer dialer) {
      this.dialer = dialer;
    }

    String connect(Context parent, int most) {
      for (int attempt = 1; attempt <= most; attempt++) {
        CancelContext ctx = Context.withCancel(parent);
        keepalive.watch(ctx);
        Optional<Conn> conn = dialer.dial(ctx, attempt);
        if (conn.isEmpty()) {
          ctx.cancel();
          continue;
        }
        String peer = conn.get().peer();
        ctx.cancel();
        return peer;
      }
      return "nobody";
    }
  }

  static Optional<Conn> secondTime(Context ctx, int attempt) {
    return attempt < 2 ? Optional.empty() : Optional.of(() -> "10.0.0." + attempt);
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Client client = new Client(Fixed::secondTime);
          System.out.println(client.connect(Context.background(), 3));
          client.keepalive.watching.await();
        });
  }
}

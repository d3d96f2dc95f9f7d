// fault: deadlock
package token_release;

import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.onSend;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.CancelContext;
import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Context;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.Optional;
import java.util.function.Function;

/** A lock on a namespace that is a token; who holds it puts it back when the request ends. */
public final class Buggy {

  record Token(String namespace) {}

  static final class NamespaceLock {
    private final Chan<Token> free = Chan.make(1);

    NamespaceLock(String namespace) {
      free.send(new Token(namespace));
    }

    Optional<Token> acquire(Context ctx) {
      return select( // want leak-receive, leak-ignores-cancel
          onReceive(free).map(Optional::of),
          onReceive(ctx.done()).map(done -> Optional.<Token>empty()));
    }

    void release(Context ctx, Token token) {
      select(onSend(free, token), onReceive(ctx.done()));
    }
  }

  static final class Requests {
    private final NamespaceLock lock;

    Requests(NamespaceLock lock) {
      this.lock = lock;
    }

    <R> Optional<R> exclusively(Context ctx, Function<Token, R> work) {
      Optional<Token> token = lock.acquire(ctx);
      if (token.isEmpty()) {
        return Optional.empty();
      }
      try {
        return Optional.ofNullable(work.apply(token.get()));
      } finally {
        lock.release(ctx, token.get());
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Requests requests = new Requests(new NamespaceLock("default"));
          WaitGroup handlers = new WaitGroup();
          handlers.go(
              () -> {
                CancelContext ctx = Context.withCancel(Context.background());
                requests.exclusively(
                    ctx,
                    token -> {
                      ctx.cancel();
                      return token.namespace();
                    });
              });
          handlers.await();
          System.out.println(
              requests.exclusively(Context.background(), Token::namespace).orElse("busy"));
        });
  }
}

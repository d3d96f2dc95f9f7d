// fault: deadlock
package token_store;

import dev.chanlint.runtime.ErrGroup;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Tokens by id, refreshed through a supplier that looks the old one up. */
public final class Buggy {

  record Token(String id, int generation) {
    Token next() {
      return new Token(id, generation + 1);
    }
  }

  static final class TokenStore {
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();
    private final Mutex refreshing = new Mutex();

    <T> T exclusively(Supplier<T> body) {
      refreshing.lock(); // want deadlock-double-lock
      try {
        return body.get();
      } finally {
        refreshing.unlock();
      }
    }

    Token current(String id) {
      return exclusively(() -> tokens.computeIfAbsent(id, key -> new Token(key, 0)));
    }

    Token refresh(String id) {
      return exclusively(
          () -> {
            Token next = current(id).next();
            tokens.put(id, next);
            return next;
          });
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          TokenStore store = new TokenStore();
          ErrGroup clients = new ErrGroup();
          clients.go(() -> store.refresh("a"));
          clients.go(() -> store.current("b"));
          clients.await();
        });
  }
}

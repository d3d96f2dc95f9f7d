package token_refresh;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import java.util.function.Supplier;

/**
 * A token is renewed where it is found to be old; that is asked without the lock, and the field is
 * plain.
 */
public final class Fixed {

  record Token(String text, int uses) {}

  static final class Session {
    private final Supplier<Token> login;
    private Token token = new Token("", 0);

    Session(Supplier<Token> login) {
      this.login = login;
    }

    synchronized String header() {
      if (token.uses() == 0) {
        token = login.get();
      }
      return "Bearer " + token.text();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Session session = new Session(() -> new Token("t", 9));
          Chan<String> headers = Chan.make(2);
          for (int i = 0; i < 2; i++) {
            Go.go(() -> headers.send(session.header()));
          }
          System.out.println(headers.receive() + headers.receive());
        });
  }
}

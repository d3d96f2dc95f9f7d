// fault: deadlock
package once_failed;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Unit;
import dev.chanlint.runtime.WaitGroup;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The first user connects, the others wait until it has; where connecting fails it does not say so.
 */
public final class Buggy {

  interface Dialer {
    String dial() throws IOException;
  }

  static final class Shared {
    private final Dialer dialer;
    private final AtomicBoolean begun = new AtomicBoolean();
    private final Chan<Unit> ready = Chan.make();
    private volatile String connection = "";

    Shared(Dialer dialer) {
      this.dialer = dialer;
    }

    private void connect() throws IOException {
      connection = dialer.dial();
      ready.close();
    }

    String use() throws IOException {
      if (begun.compareAndSet(false, true)) {
        connect();
      }
      ready.receive(); // want close-missing, leak-receive, deadlock-cyclic-wait
      return connection;
    }
  }

  static String attempt(Shared shared) {
    try {
      return shared.use();
    } catch (IOException e) {
      return e.getMessage();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Shared shared =
              new Shared(
                  () -> {
                    throw new IOException("refused");
                  });
          WaitGroup users = new WaitGroup();
          for (int i = 0; i < 2; i++) {
            users.go(() -> System.out.println(attempt(shared)));
          }
          users.await(); // want deadlock-waitgroup, deadlock-cyclic-wait
        });
  }
}

package dial_permit;

import dev.chanlint.runtime.ErrGroup;
import dev.chanlint.runtime.Go;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** Connections to a host are limited by permits; a connection gives its permit back when closed. */
public final class Fixed {

  static final class RefusedException extends Exception {
    RefusedException(String host) {
      super(host + " refused");
    }
  }

  interface Dialer {
    String dial(String host) throws RefusedException;
  }

  static final class Limiter {
    private final Map<String, Semaphore> permits = new ConcurrentHashMap<>();

    Semaphore of(String host) {
      return permits.computeIfAbsent(host, h -> new Semaphore(1));
    }
  }

  record Conn(String peer, Runnable onClose) implements AutoCloseable {
    String ask(String question) {
      return peer + ": " + question;
    }

    @Override
    public void close() {
      onClose.run();
    }
  }

  static final class Pool {
    private final Limiter limiter = new Limiter();
    private final Dialer dialer;

    Pool(Dialer dialer) {
      this.dialer = dialer;
    }

    Conn open(String host) throws RefusedException, InterruptedException {
      Semaphore permit = limiter.of(host);
      permit.acquire();
      boolean open = false;
      try {
        Conn conn = new Conn(dialer.dial(host), permit::release);
        open = true;
        return conn;
      } finally {
        if (!open) {
          permit.release();
        }
      }
    }
  }

  static final class Flaky implements Dialer {
    private final AtomicInteger calls = new AtomicInteger();

    @Override
    public String dial(String host) throws RefusedException {
      if (calls.getAndIncrement() == 0) {
        throw new RefusedException(host);
      }
      return host;
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Pool pool = new Pool(new Flaky());
          ErrGroup group = new ErrGroup();
          for (int i = 0; i < 2; i++) {
            group.go(
                () -> {
                  try (Conn conn = pool.open("db")) {
                    System.out.println(conn.ask("ping"));
                  } catch (RefusedException refused) {
                    System.out.println(refused.getMessage());
                  }
                });
          }
          group.await();
        });
  }
}

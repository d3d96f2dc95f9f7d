package conn_return;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A pool drops its list of free connections when it is closed; a connection that is still in use
 * comes back to it after that.
 */
public final class Fixed {

  static final class Conn {
    private int uses;
  }

  interface Use<R> {
    R apply(Conn conn);
  }

  static final class Pool implements AutoCloseable {
    private final Mutex mu = new Mutex();
    private Deque<Conn> free = new ArrayDeque<>();

    private Conn acquire() {
      mu.lock();
      try {
        Conn conn = free == null ? null : free.poll();
        return conn == null ? new Conn() : conn;
      } finally {
        mu.unlock();
      }
    }

    private void release(Conn conn) {
      mu.lock();
      try {
        conn.uses++;
        if (free != null) {
          free.push(conn);
        }
      } finally {
        mu.unlock();
      }
    }

    <R> R with(Use<R> use) {
      Conn conn = acquire();
      try {
        return use.apply(conn);
      } finally {
        release(conn);
      }
    }

    @Override
    public void close() {
      mu.lock();
      try {
        free = null;
      } finally {
        mu.unlock();
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          WaitGroup requests = new WaitGroup();
          try (Pool pool = new Pool()) {
            requests.go(() -> System.out.println("used " + pool.with(conn -> conn.uses)));
            System.out.println("used " + pool.with(conn -> conn.uses));
          }
          requests.await();
        });
  }
}

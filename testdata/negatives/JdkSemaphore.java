import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;

/** Connections handed out under permits of the JDK's semaphore. */
public final class JdkSemaphore {

  /** A connection that one goroutine at a time uses. */
  static final class Connection {
    private int queries;

    void query() {
      queries++;
    }
  }

  /** What holds the connections. */
  static final class Pool {
    private final Semaphore permits;
    private final Mutex mutex = new Mutex();
    private final Deque<Connection> idle = new ArrayDeque<>();

    Pool(int size) {
      permits = new Semaphore(size);
      for (int i = 0; i < size; i++) {
        idle.push(new Connection());
      }
    }

    Connection borrow() throws InterruptedException {
      permits.acquire();
      mutex.lock();
      try {
        return idle.pop();
      } finally {
        mutex.unlock();
      }
    }

    void giveBack(Connection connection) {
      mutex.lock();
      try {
        idle.push(connection);
      } finally {
        mutex.unlock();
      }
      permits.release();
    }
  }

  private static void use(Pool pool) throws InterruptedException {
    Connection connection = pool.borrow();
    try {
      connection.query();
    } finally {
      pool.giveBack(connection);
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Pool pool = new Pool(1);
          WaitGroup clients = new WaitGroup();
          for (int i = 0; i < 2; i++) {
            clients.go(() -> use(pool));
          }
          clients.await();
          System.out.println(pool.borrow().queries);
        });
  }
}

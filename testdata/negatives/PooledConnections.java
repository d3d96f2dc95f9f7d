import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;

/** Connections in a channel: whoever takes one gives it back, whatever happens. */
public final class PooledConnections {

  static final class Connection {
    private int uses;

    int query(int rows) {
      if (rows < 0) {
        throw new IllegalArgumentException("rows");
      }
      return ++uses + rows;
    }
  }

  static final class Pool {
    private final Chan<Connection> idle = Chan.make(1);

    Pool() {
      idle.send(new Connection());
    }

    int query(int rows) {
      Connection connection = idle.receive();
      try {
        return connection.query(rows);
      } catch (IllegalArgumentException e) {
        return -1;
      } finally {
        idle.send(connection);
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Pool pool = new Pool();
          Chan<Integer> results = Chan.make(3);
          for (int rows : new int[] {1, -1, 2}) {
            Go.go(() -> results.send(pool.query(rows)));
          }
          System.out.println(results.receive() + results.receive() + results.receive() > 0);
        });
  }
}

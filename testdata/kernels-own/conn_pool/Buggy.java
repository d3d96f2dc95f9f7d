// fault: deadlock
package conn_pool;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;

/** A pool of connections in a channel; one that turns out broken is not given back. */
public final class Buggy {

  static final class Connection {
    private boolean broken;

    int query(int rows) {
      broken = rows < 0;
      return broken ? 0 : rows;
    }
  }

  static final class Pool {
    private final Chan<Connection> idle;

    Pool(int size) {
      idle = Chan.make(size);
      for (int i = 0; i < size; i++) {
        idle.send(new Connection());
      }
    }

    int query(int rows) {
      Connection connection =
          idle.receive(); // want leak-receive, deadlock-cyclic-wait, deadlock-self-join
      int result = connection.query(rows);
      if (connection.broken) {
        return -1;
      }
      idle.send(connection);
      return result;
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Pool pool = new Pool(1);
          int[] sizes = {3, -1, 2};
          Chan<Integer> results = Chan.make(sizes.length);
          for (int size : sizes) {
            Go.go(() -> results.send(pool.query(size)));
          }
          int total = 0;
          for (int ignored : sizes) {
            total += results.receive(); // want leak-receive, deadlock-cyclic-wait
          }
          System.out.println(total);
        });
  }
}

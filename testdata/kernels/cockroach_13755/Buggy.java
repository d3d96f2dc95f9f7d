// fault: leak
package cockroach_13755;

import dev.chanlint.runtime.CancelContext;
import dev.chanlint.runtime.Context;
import dev.chanlint.runtime.Go;
import java.util.concurrent.atomic.AtomicInteger;

/** The rows of a query; they are closed when the query's context ends. */
public final class Buggy {

  interface Connection {
    void release();
  }

  static final class Rows {
    private final Object closeMu = new Object();
    private final Connection connection;
    private CancelContext ctx;
    private boolean closed;
    private int next;

    Rows(Connection connection) {
      this.connection = connection;
    }

    void init(Context parent) {
      ctx = Context.withCancel(parent); // want leak-lost-cancel
      Go.go(this::awaitDone);
    }

    private void awaitDone() {
      ctx.done().receive(); // want leak-receive
      close();
    }

    boolean next() {
      return next++ < 2;
    }

    void close() {
      synchronized (closeMu) {
        if (closed) {
          return;
        }
        closed = true;
      }
      ctx.cancel();
      connection.release();
    }
  }

  static final class Database {
    private final AtomicInteger open = new AtomicInteger();

    Rows query(Context ctx) {
      open.incrementAndGet();
      Rows rows = new Rows(open::decrementAndGet);
      rows.init(ctx);
      return rows;
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Database db = new Database();
          Rows rows = db.query(Context.background()); // want leak-lost-cancel
          int count = 0;
          while (rows.next()) {
            count++;
          }
          System.out.println(count + " rows");
        });
  }
}

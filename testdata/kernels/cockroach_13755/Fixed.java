package cockroach_13755;

import dev.chanlint.runtime.CancelContext;
import dev.chanlint.runtime.Context;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.concurrent.atomic.AtomicInteger;

/** The rows of a query; they are closed when the query's context ends. */
public final class Fixed {

  interface Connection {
    void release();
  }

  static final class Rows {
    private final Object closeMu = new Object();
    private final Connection connection;
    private final WaitGroup watching = new WaitGroup();
    private CancelContext ctx;
    private boolean closed;
    private int next;

    Rows(Connection connection) {
      this.connection = connection;
    }

    void init(Context parent) {
      ctx = Context.withCancel(parent);
      watching.go(this::awaitDone);
    }

    private void awaitDone() {
      ctx.done().receive();
      close();
    }

    void awaitClosed() {
      watching.await();
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
          Rows rows = db.query(Context.background());
          int count = 0;
          while (rows.next()) {
            count++;
          }
          rows.close();
          rows.awaitClosed();
          System.out.println(count + " rows");
        });
  }
}

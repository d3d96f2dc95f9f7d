// fault: panic
package idle_conns;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Idle connections in a list that is synchronized call by call. */
public final class Buggy {

  static class Conn {
    private final int id;

    Conn(int id) {
      this.id = id;
    }

    int id() {
      return id;
    }
  }

  static class Pool {
    private final List<Conn> idle = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger dialed = new AtomicInteger();

    Conn get() {
      int last = idle.size() - 1; // want race-check-then-act, order-use-after-teardown
      if (last >= 0) {
        return idle.remove(last); // want race-check-then-act, order-use-after-teardown
      }
      return new Conn(dialed.incrementAndGet());
    }

    void put(Conn conn) {
      idle.add(conn);
    }
  }

  static final class WarmPool extends Pool {
    WarmPool(int size) {
      for (int i = 0; i < size; i++) {
        put(new Conn(-i));
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Pool pool = new WarmPool(1);
          WaitGroup queries = new WaitGroup();
          for (int i = 0; i < 2; i++) {
            queries.go(
                () -> {
                  Conn conn = pool.get();
                  System.out.println(conn.id() < 3);
                  pool.put(conn);
                });
          }
          queries.await();
        });
  }
}

// fault: leak
package lease_keeper;

import dev.chanlint.runtime.CancelContext;
import dev.chanlint.runtime.Context;
import dev.chanlint.runtime.Go;

/** Keeps a lease alive beside some work, which can fail before it has begun. */
public final class Buggy {

  static final class Lease {
    private final CancelContext ctx;
    private int renewals;

    Lease(Context parent) {
      ctx = Context.withCancel(parent);
      Go.go(this::keepAlive);
    }

    private void keepAlive() {
      ctx.done().receive(); // want leak-receive, leak-lost-cancel
      renewals++;
    }

    void release() {
      ctx.cancel();
    }
  }

  static final class Worker {
    int work(int input) {
      Lease lease = new Lease(Context.background()); // want leak-lost-cancel
      if (input < 0) {
        return -1;
      }
      try {
        return input * 2;
      } finally {
        lease.release();
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Worker worker = new Worker();
          for (int input : new int[] {1, -1}) {
            System.out.println(worker.work(input));
          }
        });
  }
}

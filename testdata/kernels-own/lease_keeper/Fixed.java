package lease_keeper;

import dev.chanlint.runtime.CancelContext;
import dev.chanlint.runtime.Context;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;

/** Keeps a lease alive beside some work, which can fail before it has begun. */
public final class Fixed {

  static final class Lease {
    private final CancelContext ctx;
    private final WaitGroup keeper = new WaitGroup();
    private int renewals;

    Lease(Context parent) {
      ctx = Context.withCancel(parent);
      keeper.go(this::keepAlive);
    }

    private void keepAlive() {
      ctx.done().receive();
      renewals++;
    }

    void release() {
      ctx.cancel();
      keeper.await();
    }
  }

  static final class Worker {
    int work(int input) {
      if (input < 0) {
        return -1;
      }
      Lease lease = new Lease(Context.background());
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

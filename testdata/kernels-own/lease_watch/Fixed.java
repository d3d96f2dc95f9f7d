package lease_watch;

import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.onSend;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.CancelContext;
import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Context;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.Optional;

/** Watches a lease beside a job; the job can end before it has begun. */
public final class Fixed {

  static final class Watch {
    private final CancelContext ctx;
    private final Chan<String> changes = Chan.make();
    private final WaitGroup following = new WaitGroup();

    private Watch(CancelContext ctx) {
      this.ctx = ctx;
    }

    static Watch on(Context parent, String key) {
      Watch watch = new Watch(Context.withCancel(parent));
      watch.following.go(() -> watch.follow(key));
      return watch;
    }

    private void follow(String key) {
      boolean more = true;
      while (more) {
        more = select(onSend(changes, key).as(true), onReceive(ctx.done()).as(false));
      }
      changes.close();
    }

    Optional<String> next() {
      return Optional.ofNullable(changes.receive());
    }
  }

  static Optional<String> job(Context ctx, String key) {
    Watch watch = Watch.on(ctx, key);
    try {
      return watch.next().filter(change -> !change.isEmpty());
    } finally {
      watch.ctx.cancel();
      watch.following.await();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          CancelContext root = Context.withCancel(Context.background());
          System.out.println(job(root, "a").isPresent());
          System.out.println(job(root, "").isPresent());
          root.cancel();
        });
  }
}

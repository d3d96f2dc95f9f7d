import dev.chanlint.runtime.CancelContext;
import dev.chanlint.runtime.Context;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.time.Duration;

/** Cancelling the root ends the goroutines of both branches. */
public final class ContextTree {

  private ContextTree() {}

  public static void main(String[] args) {
    Go.run(
        () -> {
          WaitGroup goroutines = new WaitGroup();
          try (CancelContext root = Context.withCancel(Context.background());
              CancelContext left = Context.withCancel(root);
              CancelContext right = Context.withTimeout(root, Duration.ofHours(1))) {
            goroutines.go(() -> left.done().receive());
            goroutines.go(() -> right.done().receive());
            root.cancel();
            goroutines.await();
          }
        });
  }
}

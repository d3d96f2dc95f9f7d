import dev.chanlint.runtime.CancelContext;
import dev.chanlint.runtime.Context;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;

/** Whoever opens the session gets the cancellation with it and closes both. */
public final class CancelHandedOver {

  private final CancelContext scope;
  private final WaitGroup reader = new WaitGroup();

  private CancelHandedOver(CancelContext scope) {
    this.scope = scope;
    reader.go(() -> scope.done().receive());
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          CancelHandedOver session = open();
          session.end();
        });
  }

  private static CancelHandedOver open() {
    CancelContext scope = Context.withCancel(Context.background());
    return new CancelHandedOver(scope);
  }

  private void end() {
    scope.cancel();
    reader.await();
  }
}

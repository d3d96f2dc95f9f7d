import dev.chanlint.runtime.CancelContext;
import dev.chanlint.runtime.Context;
import dev.chanlint.runtime.ErrGroup;
import dev.chanlint.runtime.Go;
import java.io.IOException;

/** A group of tasks of which one fails; the others are cancelled and joined. */
public final class ErrGroupFetch {

  private ErrGroupFetch() {}

  public static void main(String[] args) {
    Go.run(
        () -> {
          try (CancelContext scope = Context.withCancel(Context.background())) {
            ErrGroup group = new ErrGroup(scope);
            group.go(() -> fail("no such host"));
            group.go(() -> scope.done().receive());
            group.await();
          } catch (IOException e) {
            System.out.println(e.getMessage());
          }
        });
  }

  private static void fail(String message) throws IOException {
    throw new IOException(message);
  }
}

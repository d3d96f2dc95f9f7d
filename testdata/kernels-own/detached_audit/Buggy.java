// fault: leak
package detached_audit;

import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.onSend;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.CancelContext;
import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Context;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.Optional;

/**
 * A request's audit must outlive the request, so its context is detached from it; with that it is
 * detached from the end of the server too.
 */
public final class Buggy {

  static final String TRACE = "trace";

  interface Handler {
    void handle(Context ctx, String path);
  }

  static Context detach(Context ctx, Context root) {
    Object trace = Optional.ofNullable(ctx.value(TRACE)).orElse("none");
    return Context.withValue(Context.background(), TRACE, trace);
  }

  static final class Auditor implements Handler {
    private final Context root;
    private final Handler next;
    private final Chan<String> records = Chan.make(4);
    private final WaitGroup writers = new WaitGroup();

    Auditor(Context root, Handler next) {
      this.root = root;
      this.next = next;
    }

    @Override
    public void handle(Context ctx, String path) {
      Context audit = detach(ctx, root);
      writers.go(() -> write(audit));
      next.handle(ctx, path);
      select(onSend(records, path), onReceive(ctx.done()));
    }

    private void write(Context audit) {
      boolean going = true;
      while (going) {
        going =
            select( // want leak-receive, leak-ignores-cancel
                onReceive(records)
                    .map(
                        path -> {
                          System.out.println(audit.value(TRACE) + " " + path);
                          return true;
                        }),
                onReceive(audit.done()).as(false));
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          CancelContext server = Context.withCancel(Context.background());
          Auditor auditor = new Auditor(server, (ctx, path) -> System.out.println("GET " + path));
          try (CancelContext request = Context.withCancel(server)) {
            auditor.handle(Context.withValue(request, TRACE, "t1"), "/pods");
          } finally {
            server.cancel();
          }
        });
  }
}

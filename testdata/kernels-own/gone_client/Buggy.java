// fault: leak
package gone_client;

import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.CancelContext;
import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Context;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Serves a request until its client goes away; a handler that throws hands the exception on, to
 * somebody who may not be there any more.
 */
public final class Buggy {

  @FunctionalInterface
  interface Handler {
    String serve(Context ctx, String request);
  }

  static final class DisconnectHandler implements Handler {
    private final Handler next;
    private final WaitGroup serving = new WaitGroup();

    DisconnectHandler(Handler next) {
      this.next = next;
    }

    @Override
    public String serve(Context ctx, String request) {
      Chan<String> reply = Chan.make(1);
      Chan<RuntimeException> panics = Chan.make();
      serving.go(
          () -> {
            try {
              reply.send(next.serve(ctx, request));
            } catch (UncheckedIOException e) {
              panics.send(e); // want leak-send, leak-ignores-cancel
            }
          });
      return select(
          onReceive(reply),
          onReceive(panics).map(e -> "500 " + e.getMessage()),
          onReceive(ctx.done()).as("499"));
    }
  }

  static String broken(Context ctx, String request) {
    throw new UncheckedIOException(new IOException(request));
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          DisconnectHandler handler = new DisconnectHandler(Buggy::broken);
          CancelContext request = Context.withCancel(Context.background());
          WaitGroup client = new WaitGroup();
          client.go(request::cancel);
          System.out.println(handler.serve(request, "/metrics"));
          client.await();
        });
  }
}

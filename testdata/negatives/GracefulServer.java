import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.onSend;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Unit;
import dev.chanlint.runtime.WaitGroup;
import java.util.concurrent.atomic.AtomicInteger;

/** No new requests after the stop; those that were accepted are finished before it returns. */
public final class GracefulServer {

  record Request(int id, Chan<String> reply) {}

  private final Chan<Request> incoming = Chan.make();
  private final Chan<Unit> stopping = Chan.make();
  private final WaitGroup acceptor = new WaitGroup();
  private final WaitGroup handlers = new WaitGroup();
  private final AtomicInteger served = new AtomicInteger();

  void start() {
    acceptor.go(this::accept);
  }

  private void accept() {
    boolean open = true;
    while (open) {
      open =
          select(
              onReceive(incoming)
                  .map(
                      request -> {
                        handlers.go(() -> handle(request));
                        return true;
                      }),
              onReceive(stopping).as(false));
    }
  }

  private void handle(Request request) {
    served.incrementAndGet();
    request.reply().send("done " + request.id());
  }

  /** Null once the server stops. */
  String call(int id) {
    Request request = new Request(id, Chan.make(1));
    boolean accepted = select(onSend(incoming, request).as(true), onReceive(stopping).as(false));
    return accepted ? request.reply().receive() : null;
  }

  void stop() {
    stopping.close();
    acceptor.await();
    handlers.await();
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          GracefulServer server = new GracefulServer();
          server.start();
          WaitGroup clients = new WaitGroup();
          clients.go(() -> server.call(1));
          server.stop();
          clients.await();
          System.out.println(server.served.get() <= 1);
        });
  }
}

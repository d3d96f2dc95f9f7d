import static dev.chanlint.runtime.Go.go;
import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Unit;

/** A stop channel that is closed once, watched by every wait of the server loop. */
public final class GracefulStop {

  private final Chan<String> requests = Chan.make();
  private final Chan<Unit> stop = Chan.make();
  private final Chan<Unit> stopped = Chan.make();

  public static void main(String[] args) {
    Go.run(
        () -> {
          GracefulStop server = new GracefulStop();
          go(server::serve);
          server.requests.send("one");
          server.shutDown();
        });
  }

  private void serve() {
    try (stopped) {
      boolean running = true;
      while (running) {
        running =
            select(
                onReceive(requests)
                    .map(
                        request -> {
                          System.out.println(request);
                          return true;
                        }),
                onReceive(stop).as(false));
      }
    }
  }

  private void shutDown() {
    stop.close();
    stopped.receive();
  }
}

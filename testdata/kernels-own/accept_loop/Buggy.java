// fault: deadlock
package accept_loop;

import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Unit;
import dev.chanlint.runtime.WaitGroup;

/**
 * A server with an accept loop and a housekeeping loop; stopping it reaches only one of the two.
 */
public final class Buggy {

  static final class Server {
    private final Chan<Integer> connections = Chan.make();
    private final Chan<Unit> quit = Chan.make();
    private final Chan<Integer> idle = Chan.make();
    private final WaitGroup loops = new WaitGroup();
    private int served;
    private int dropped;

    void start() {
      loops.go(this::acceptLoop);
      loops.go(this::housekeeping);
    }

    private void acceptLoop() {
      boolean open = true;
      while (open) {
        open = select(onReceive(connections).map(this::serve), onReceive(quit).as(false));
      }
    }

    private boolean serve(Integer id) {
      served += id;
      return true;
    }

    private void housekeeping() {
      while (true) {
        dropped += idle.receive(); // want leak-receive, leak-ignores-cancel
      }
    }

    void stop() {
      quit.close();
      loops.await(); // want leak-receive, deadlock-cyclic-wait, deadlock-waitgroup
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Server server = new Server();
          server.start();
          server.connections.send(1);
          server.idle.send(2);
          server.stop();
        });
  }
}

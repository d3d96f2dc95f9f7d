// fault: deadlock, race
package etcd_3077;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Unit;
import java.time.Duration;

/** A server around a raft node; stopping the server stops the node. */
public final class Buggy {

  static final class Node {
    private Chan<Unit> stopped = Chan.nil();
    private Chan<Unit> done = Chan.nil();

    void run() {
      stopped = Chan.make(); // want race-early-publish
      done = Chan.make(); // want race-early-publish
      stopped.receive();
      done.close();
    }

    void stop() {
      stopped.send(Unit.UNIT); // want race-early-publish, deadlock-nil-channel
      done.receive(); // want race-early-publish, deadlock-nil-channel
    }
  }

  static final class Server {
    private final Node node = new Node();
    private final Chan<Unit> stop = Chan.make();
    private final Chan<Unit> done = Chan.make();

    void run() {
      Go.go("raft node", node::run); // want race-early-publish
      Go.sleep(Duration.ofMillis(10)); // want misuse-sleep-sync
      stop.receive();
      node.stop();
      done.close();
    }

    void stop() {
      stop.send(Unit.UNIT);
      done.receive();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Server server = new Server();
          Go.go("server", server::run);
          server.stop();
        });
  }
}

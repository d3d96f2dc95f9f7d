package etcd_3077;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Unit;

/** A server around a raft node; stopping the server stops the node. */
public final class Fixed {

  static final class Node {
    private final Chan<Unit> stopped = Chan.make();
    private final Chan<Unit> done = Chan.make();

    void run() {
      stopped.receive();
      done.close();
    }

    void stop() {
      stopped.send(Unit.UNIT);
      done.receive();
    }
  }

  static final class Server {
    private final Node node = new Node();
    private final Chan<Unit> stop = Chan.make();
    private final Chan<Unit> done = Chan.make();

    void run() {
      Go.go("raft node", node::run);
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

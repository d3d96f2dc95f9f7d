// fault: leak
package etcd_6857;

import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.onSend;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Unit;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** A raft node that answers questions about its status while it runs. */
public final class Buggy {

  record Status(long id, long applied) {}

  static final class Node {
    private final Chan<Chan<Status>> status = Chan.make();
    private final Chan<Unit> stop = Chan.make();
    private final Chan<Unit> done = Chan.make();
    private final AtomicLong applied = new AtomicLong(3);

    void run() {
      boolean running = true;
      while (running) {
        running =
            select(
                onReceive(status)
                    .map(
                        reply -> {
                          reply.send(new Status(1, applied.get()));
                          return true;
                        }),
                onReceive(stop)
                    .then(
                        () -> {
                          done.close();
                          return false;
                        }));
      }
    }

    Optional<Status> status() {
      Chan<Status> reply = Chan.make();
      status.send(reply); // want leak-ignores-cancel, leak-send
      return Optional.ofNullable(reply.receive());
    }

    void stop() {
      boolean asked = select(onSend(stop, Unit.UNIT).as(true), onReceive(done).as(false));
      if (asked) {
        done.receive();
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Node node = new Node();
          Go.go("node", node::run);
          Go.go("status", node::status);
          Go.go("stop", node::stop);
          Go.sleep(Duration.ofMillis(10));
        });
  }
}

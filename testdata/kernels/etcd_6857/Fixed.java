package etcd_6857;

import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.onSend;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Unit;
import dev.chanlint.runtime.WaitGroup;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** A raft node that answers questions about its status while it runs. */
public final class Fixed {

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
      boolean asked = select(onSend(status, reply).as(true), onReceive(done).as(false));
      return asked ? Optional.ofNullable(reply.receive()) : Optional.empty();
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
          WaitGroup running = new WaitGroup();
          running.go(node::run);
          running.go(node::status);
          running.go(node::stop);
          running.await();
        });
  }
}

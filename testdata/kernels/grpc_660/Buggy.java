// fault: leak
package grpc_660;

import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.ReceiveChan;
import dev.chanlint.runtime.Unit;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** A benchmark client that repeats one call until it is told to stop. */
public final class Buggy {
  static final int MAX_CALLS = 2;

  interface Stub {
    boolean unaryCall();
  }

  static final class BenchmarkClient {
    private final Chan<Unit> stop = Chan.make();
    private final AtomicInteger histogram = new AtomicInteger();
    private final Stub stub;

    BenchmarkClient(Stub stub) {
      this.stub = stub;
    }

    void doCloseLoop() {
      for (int call = 0; call < MAX_CALLS; call++) {
        ReceiveChan<Boolean> done = startCall();
        boolean stopped =
            select(
                onReceive(stop).as(true),
                onReceive(done)
                    .map(
                        ok -> {
                          if (ok) {
                            histogram.incrementAndGet();
                          }
                          return false;
                        }));
        if (stopped) {
          return;
        }
      }
      stop.receive();
    }

    private ReceiveChan<Boolean> startCall() {
      Chan<Boolean> done = Chan.make();
      Go.go(
          () -> {
            if (stub.unaryCall()) {
              done.send(true); // want leak-send, leak-ignores-cancel
            } else {
              done.send(false); // want leak-send, leak-ignores-cancel
            }
          });
      return done;
    }

    void shutdown() {
      stop.send(Unit.UNIT);
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          BenchmarkClient client = new BenchmarkClient(ThreadLocalRandom.current()::nextBoolean);
          Go.go(client::shutdown);
          client.doCloseLoop();
        });
  }
}

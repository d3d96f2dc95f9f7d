package grpc_660;

import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.ReceiveChan;
import dev.chanlint.runtime.Unit;
import dev.chanlint.runtime.WaitGroup;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** A benchmark client that repeats one call until it is told to stop. */
public final class Fixed {
  static final int MAX_CALLS = 2;

  interface Stub {
    boolean unaryCall();
  }

  static final class BenchmarkClient {
    private final Chan<Unit> stop = Chan.make();
    private final AtomicInteger histogram = new AtomicInteger();
    private final WaitGroup calls = new WaitGroup();
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
      Chan<Boolean> done = Chan.make(1);
      calls.go(
          () -> {
            if (stub.unaryCall()) {
              done.send(true);
            } else {
              done.send(false);
            }
          });
      return done;
    }

    void shutdown() {
      stop.send(Unit.UNIT);
    }

    void awaitCalls() {
      calls.await();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          BenchmarkClient client = new BenchmarkClient(ThreadLocalRandom.current()::nextBoolean);
          WaitGroup helpers = new WaitGroup();
          helpers.go(client::shutdown);
          client.doCloseLoop();
          helpers.await();
          client.awaitCalls();
        });
  }
}

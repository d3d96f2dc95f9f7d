// fault: panic
package grpc_1687;

import static dev.chanlint.runtime.Select.onDefault;
import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.onSend;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Unit;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.List;

/** A server transport that runs all writes of its handlers in one place. */
public final class Buggy {

  interface Transport {
    boolean writeStatus(String status);

    boolean write(String data);
  }

  static final class HandlerTransport implements Transport {
    private final Chan<Unit> closedCh = Chan.make();
    private final Chan<Runnable> writes = Chan.make();
    private final List<String> wire = new ArrayList<>();

    private boolean isClosed() {
      return select(onReceive(closedCh).as(true), onDefault().as(false));
    }

    private boolean enqueue(Runnable write) {
      if (isClosed()) {
        return false;
      }
      return select(
          onSend(writes, write).as(true), // want close-before-send
          onReceive(closedCh).as(false));
    }

    @Override
    public boolean writeStatus(String status) {
      boolean written = enqueue(() -> wire.add(status));
      writes.close(); // want close-before-send
      return written;
    }

    @Override
    public boolean write(String data) {
      return enqueue(() -> wire.add(data)); // want close-before-send
    }

    void runStream() {
      for (Runnable write : writes) {
        write.run();
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          HandlerTransport transport = new HandlerTransport();
          WaitGroup handlers = new WaitGroup();
          handlers.go(
              () -> {
                transport.writeStatus("OK");
                transport.write("late data");
              });
          transport.runStream();
          handlers.await();
        });
  }
}

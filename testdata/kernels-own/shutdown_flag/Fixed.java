package shutdown_flag;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Unit;
import dev.chanlint.runtime.WaitGroup;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** A client that closes itself when a call fails, guarded by a flag that is read and then set. */
public final class Fixed {

  static final class Client {
    private final Chan<Unit> closing = Chan.make();
    private final AtomicBoolean closed = new AtomicBoolean();

    void call(Supplier<Boolean> rpc) {
      if (!rpc.get()) {
        shutdown();
      }
    }

    void shutdown() {
      if (closed.compareAndSet(false, true)) {
        closing.close();
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Client client = new Client();
          WaitGroup calls = new WaitGroup();
          calls.go(() -> client.call(() -> false));
          calls.go(() -> client.call(() -> Boolean.FALSE));
          calls.await();
          client.closing.receive();
        });
  }
}

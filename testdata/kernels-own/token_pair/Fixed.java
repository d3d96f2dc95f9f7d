package token_pair;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Unit;
import dev.chanlint.runtime.WaitGroup;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * Disk and network are used by one at a time, each by a token in a channel; an upload takes the
 * disk first, a download the network.
 */
public final class Fixed {

  static final class Resource {
    private final Chan<Unit> token = Chan.make(1);

    Resource() {
      token.send(Unit.UNIT);
    }

    <T> T using(Supplier<T> action) {
      token.receive();
      try {
        return action.get();
      } finally {
        token.send(Unit.UNIT);
      }
    }
  }

  static final class Mirror {
    private final Resource disk = new Resource();
    private final Resource network = new Resource();
    private final AtomicInteger moved = new AtomicInteger();

    int upload() {
      return disk.using(() -> network.using(() -> moved.addAndGet(1)));
    }

    int download() {
      return disk.using(() -> network.using(() -> moved.addAndGet(2)));
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Mirror mirror = new Mirror();
          List<IntSupplier> transfers = List.of(mirror::upload, mirror::download);
          WaitGroup running = new WaitGroup();
          for (IntSupplier transfer : transfers) {
            running.go(() -> System.out.println(transfer.getAsInt()));
          }
          running.await();
        });
  }
}

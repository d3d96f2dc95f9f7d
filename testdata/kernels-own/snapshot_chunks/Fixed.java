package snapshot_chunks;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.ReceiveChan;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;

/**
 * A snapshot is written chunk by chunk while the store is locked by a scope; what reads the chunks
 * takes the lock to look each of them up.
 */
public final class Fixed {

  static final class Store {
    private final Semaphore access = new Semaphore(1);
    private final List<String> chunks = new ArrayList<>(List.of("head", "tail"));

    final class Access implements AutoCloseable {
      Access() {
        access.acquireUninterruptibly();
      }

      @Override
      public void close() {
        access.release();
      }
    }

    String chunk(int index) {
      try (Access scope = new Access()) {
        return scope == null ? "" : chunks.get(index);
      }
    }

    int size() {
      try (Access scope = new Access()) {
        return scope == null ? 0 : chunks.size();
      }
    }
  }

  static final class ChunkReader {
    private final Store store;
    private final Chan<String> out = Chan.make();
    private final WaitGroup reading = new WaitGroup();

    ChunkReader(Store store) {
      this.store = store;
    }

    ReceiveChan<String> start() {
      reading.go(
          () -> {
            for (int i = 0; i < 2; i++) {
              out.send(store.chunk(i));
            }
            out.close();
          });
      return out;
    }
  }

  static int write(Store store) {
    int bytes = 0;
    ChunkReader reader = new ChunkReader(store);
    for (String chunk : reader.start()) {
      bytes += chunk.length();
    }
    reader.reading.await();
    return bytes;
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Store store = new Store();
          System.out.println(write(store) + " bytes of " + store.size());
        });
  }
}

package flush_barrier;

import dev.chanlint.runtime.ErrGroup;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Writes are counted while they are under way and a flush waits for them; a write that begins from
 * none while the flush waits may or may not be waited for.
 */
public final class Fixed {

  interface Device {
    void store(String block);
  }

  static final class Store {
    private final WaitGroup writes = new WaitGroup();
    private final ConcurrentLinkedQueue<String> blocks = new ConcurrentLinkedQueue<>();
    private final Device device = blocks::add;

    void write(String block) {
      try (Write write = begin()) {
        write.store(block);
      }
    }

    private Write begin() {
      writes.add(1);
      return new Write();
    }

    int flush() {
      writes.await();
      return blocks.size();
    }

    final class Write implements AutoCloseable {
      void store(String block) {
        device.store(block);
      }

      @Override
      public void close() {
        writes.done();
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Store store = new Store();
          ErrGroup clients = new ErrGroup();
          clients.go(() -> store.write("a"));
          clients.await();
          System.out.println(store.flush());
        });
  }
}

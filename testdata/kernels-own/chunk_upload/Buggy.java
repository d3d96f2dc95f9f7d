// fault: deadlock
package chunk_upload;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A file is uploaded in chunks; how many there are is rounded up where it is counted, and the last,
 * short one is not sent.
 */
public final class Buggy {

  interface Store {
    void put(int offset, int length);
  }

  static final class Uploader {
    private static final int CHUNK = 4;

    private final Store store;
    private final WaitGroup parts = new WaitGroup();
    private final AtomicInteger sent = new AtomicInteger();

    Uploader(Store store) {
      this.store = store;
    }

    int upload(int size) {
      parts.add((size + CHUNK - 1) / CHUNK);
      for (int offset = 0; offset + CHUNK <= size; offset += CHUNK) {
        int from = offset;
        Go.go(() -> part(from, CHUNK));
      }
      parts.await(); // want deadlock-waitgroup
      return sent.get();
    }

    private void part(int offset, int length) {
      try {
        store.put(offset, length);
        sent.addAndGet(length);
      } finally {
        parts.done();
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Uploader uploader = new Uploader((offset, length) -> System.out.println(offset));
          System.out.println(uploader.upload(6) + " bytes");
        });
  }
}

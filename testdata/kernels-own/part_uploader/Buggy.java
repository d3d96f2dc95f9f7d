// fault: deadlock
package part_uploader;

import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.onSend;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.CancelContext;
import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Context;
import dev.chanlint.runtime.ErrGroup;
import dev.chanlint.runtime.Go;
import java.io.IOException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** Uploads a file in parts, by a worker that fails with the first part that the store refuses. */
public final class Buggy {

  record Part(int number, byte[] content) {}

  interface Store {
    void put(Part part) throws IOException;
  }

  static final class FlakyStore implements Store {
    private final AtomicInteger stored = new AtomicInteger();

    @Override
    public void put(Part part) throws IOException {
      if (ThreadLocalRandom.current().nextBoolean()) {
        throw new IOException("part " + part.number() + " refused");
      }
      stored.incrementAndGet();
    }
  }

  static final class Uploader {
    private static final int PARTS = 2;
    private final Store store;
    private final Chan<Part> parts = Chan.make();

    Uploader(Store store) {
      this.store = store;
    }

    void upload(Context caller) throws Exception {
      try (CancelContext ctx = Context.withCancel(caller)) {
        ErrGroup group = new ErrGroup(ctx);
        group.go(() -> split(caller));
        group.go(this::work);
        group.await(); // want deadlock-waitgroup, deadlock-cyclic-wait, leak-receive
      }
    }

    private void split(Context ctx) {
      try {
        for (int number = 1; number <= PARTS; number++) {
          offer(ctx, new Part(number, new byte[number]));
        }
      } finally {
        parts.close();
      }
    }

    private void offer(Context ctx, Part part) {
      select(onSend(parts, part), onReceive(ctx.done())); // want leak-send, leak-ignores-cancel
    }

    private void work() throws IOException {
      for (Part part : parts) {
        store.put(part);
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          FlakyStore store = new FlakyStore();
          try {
            new Uploader(store).upload(Context.background());
          } catch (IOException e) {
            System.out.println("upload failed: " + e.getMessage());
          }
          System.out.println(store.stored.get() + " parts");
        });
  }
}

package snapshot_meta;

import dev.chanlint.runtime.Go;
import java.util.concurrent.CompletableFuture;

/** A snapshot is built by a future; its caller reads the fields without waiting for it. */
public final class Fixed {

  static final class Snapshot {
    private int index;
    private String checksum = "";

    Snapshot fill(int newIndex) {
      index = newIndex;
      checksum = "c" + newIndex;
      return this;
    }

    @Override
    public String toString() {
      return index + ":" + checksum;
    }
  }

  static final class Snapshotter {
    private final Snapshot latest = new Snapshot();

    CompletableFuture<Snapshot> take(int index) {
      return CompletableFuture.supplyAsync(() -> latest.fill(index));
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Snapshotter snapshotter = new Snapshotter();
          CompletableFuture<Snapshot> taken = snapshotter.take(7);
          System.out.println("last " + taken.join());
        });
  }
}

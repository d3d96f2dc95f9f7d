// fault: race
package snapshot_meta;

import dev.chanlint.runtime.Go;
import java.util.concurrent.CompletableFuture;

/** A snapshot is built by a future; its caller reads the fields without waiting for it. */
public final class Buggy {

  static final class Snapshot {
    private int index;
    private String checksum = "";

    Snapshot fill(int newIndex) {
      index = newIndex; // want race-unguarded, race-early-publish
      checksum = "c" + newIndex; // want race-unguarded, race-early-publish
      return this;
    }

    @Override
    public String toString() {
      return index + ":" + checksum; // want race-unguarded, race-early-publish
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
          System.out.println("last " + snapshotter.latest);
          taken.join();
        });
  }
}

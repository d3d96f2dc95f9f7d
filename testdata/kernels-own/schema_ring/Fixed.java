package schema_ring;

import dev.chanlint.runtime.ErrGroup;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;

/** Three parts of a catalogue; each consults the next one while it holds its own lock. */
public final class Fixed {

  static final class Part {
    private final Mutex lock = new Mutex();
    private final int rank;
    private int version;

    Part(int rank) {
      this.rank = rank;
    }

    int refreshFrom(Part other) {
      int seen = other.version();
      lock.lock();
      try {
        return version = seen + rank;
      } finally {
        lock.unlock();
      }
    }

    int version() {
      lock.lock();
      try {
        return version + rank;
      } finally {
        lock.unlock();
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Part[] parts = {new Part(0), new Part(1), new Part(2)};
          ErrGroup refresh = new ErrGroup();
          for (int i = 0; i < parts.length; i++) {
            Part part = parts[i];
            Part next = parts[(i + 1) % parts.length];
            refresh.go(() -> part.refreshFrom(next));
          }
          refresh.await();
          System.out.println(parts[0].version());
        });
  }
}

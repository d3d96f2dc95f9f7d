import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.HashMap;
import java.util.Map;

/** Double-checked locking with a volatile field, and the holder class that needs neither. */
public final class DoubleCheckedVolatile {

  /** Takes long to make. */
  static final class Index {
    private final Map<String, Integer> positions = new HashMap<>();

    Index(String... words) {
      for (String word : words) {
        positions.put(word, positions.size());
      }
    }

    int of(String word) {
      return positions.getOrDefault(word, -1);
    }
  }

  /** Made at the first use, under the monitor. */
  static final class Library {
    private volatile Index index;

    Index index() {
      Index known = index;
      if (known == null) {
        synchronized (this) {
          known = index;
          if (known == null) {
            known = new Index("a", "b");
            index = known;
          }
        }
      }
      return known;
    }
  }

  /** Made when the class is initialised. */
  static final class Shared {
    private static final class Holder {
      private static final Index INSTANCE = new Index("x", "y");
    }

    private Shared() {}

    static Index index() {
      return Holder.INSTANCE;
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Library library = new Library();
          int[] found = new int[2];
          WaitGroup readers = new WaitGroup();
          readers.go(() -> found[0] = library.index().of("b") + Shared.index().of("y"));
          readers.go(() -> found[1] = library.index().of("a") + Shared.index().of("x"));
          readers.await();
          System.out.println(found[0] + found[1]);
        });
  }
}

package shared_scanner;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** Two workers take lines from one iterator. */
public final class Fixed {

  static final class Lines implements Iterable<String> {
    private final String[] lines;

    Lines(String... lines) {
      this.lines = lines;
    }

    @Override
    public Iterator<String> iterator() {
      return new Iterator<>() {
        private int next;

        @Override
        public boolean hasNext() {
          return next < lines.length;
        }

        @Override
        public String next() {
          if (next >= lines.length) {
            throw new NoSuchElementException();
          }
          return lines[next++];
        }
      };
    }
  }

  static int count(Iterator<String> lines) {
    int count = 0;
    while (lines.hasNext()) {
      lines.next();
      count++;
    }
    return count;
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Lines file = new Lines("a", "b");
          Chan<Integer> counts = Chan.make(2);
          Go.go(() -> counts.send(count(file.iterator())));
          Go.go(() -> counts.send(count(file.iterator())));
          System.out.println(counts.receive() + counts.receive() >= 2);
        });
  }
}

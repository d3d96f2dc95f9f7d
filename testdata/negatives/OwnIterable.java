import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Received;
import java.util.Iterator;

/** An enhanced {@code for} and a {@code forEach} over iterables that read a channel. */
public final class OwnIterable {

  static final class Feed implements Iterable<Integer> {
    private final Chan<Integer> values = Chan.make();

    Feed(int count) {
      Go.go(
          () -> {
            try {
              for (int i = 0; i < count; i++) {
                values.send(i);
              }
            } finally {
              values.close();
            }
          });
    }

    @Override
    public Iterator<Integer> iterator() {
      return new Iterator<>() {
        private Received<Integer> next = values.receiveOk();

        @Override
        public boolean hasNext() {
          return next.ok();
        }

        @Override
        public Integer next() {
          Integer value = next.value();
          next = values.receiveOk();
          return value;
        }
      };
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          int sum = 0;
          for (int value : new Feed(2)) {
            sum += value;
          }
          Chan<Integer> seen = Chan.make(3);
          new Feed(3).forEach(seen::send);
          seen.close();
          seen.forEach(value -> System.out.println(value));
          System.out.println(sum);
        });
  }
}

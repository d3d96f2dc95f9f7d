import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.ReceiveChan;
import dev.chanlint.runtime.Received;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.List;

/** Two sorted streams become one, with the comma-ok form on both sides. */
public final class MergeSorted<T extends Comparable<T>> {

  /** A stream with a look ahead. */
  private static final class Head<T> {
    private final ReceiveChan<T> stream;
    private Received<T> next;

    Head(ReceiveChan<T> stream) {
      this.stream = stream;
      this.next = stream.receiveOk();
    }

    boolean isEmpty() {
      return !next.ok();
    }

    T take() {
      T value = next.value();
      next = stream.receiveOk();
      return value;
    }
  }

  private final WaitGroup sources = new WaitGroup();

  @SafeVarargs
  private final ReceiveChan<T> stream(T... values) {
    Chan<T> out = Chan.make();
    sources.go(
        () -> {
          try (out) {
            for (T value : values) {
              out.send(value);
            }
          }
        });
    return out;
  }

  private List<T> merge(ReceiveChan<T> left, ReceiveChan<T> right) {
    Head<T> a = new Head<>(left);
    Head<T> b = new Head<>(right);
    List<T> merged = new ArrayList<>();
    while (!a.isEmpty() || !b.isEmpty()) {
      merged.add(pick(a, b).take());
    }
    return merged;
  }

  private Head<T> pick(Head<T> a, Head<T> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return a.isEmpty() ? b : a;
    }
    return a.next.value().compareTo(b.next.value()) <= 0 ? a : b;
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          MergeSorted<Integer> merger = new MergeSorted<>();
          List<Integer> all = merger.merge(merger.stream(1, 4), merger.stream(2));
          merger.sources.await();
          System.out.println(all);
        });
  }
}

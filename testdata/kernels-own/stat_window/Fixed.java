package stat_window;

import dev.chanlint.runtime.ErrGroup;
import dev.chanlint.runtime.Go;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** A moving window over latencies: its cursor is moved by whoever observes. */
public final class Fixed {

  interface Observer<T> {
    void observe(T value);
  }

  static final class Window implements Observer<Integer> {
    private final int[] values;
    private int cursor;
    private final Lock lock = new ReentrantLock();

    Window(int size) {
      values = new int[size];
    }

    @Override
    public void observe(Integer value) {
      lock.lock();
      try {
        values[cursor] = value;
        cursor = (cursor + 1) % values.length;
      } finally {
        lock.unlock();
      }
    }

    double mean() {
      return java.util.Arrays.stream(values).average().orElse(0);
    }
  }

  static void measure(Observer<Integer> observer, List<Integer> samples) throws Exception {
    ErrGroup group = new ErrGroup();
    group.setLimit(2);
    for (Integer sample : samples) {
      group.go(() -> observer.observe(sample));
    }
    group.await();
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Window window = new Window(4);
          measure(window, List.of(10, 20, 30));
          System.out.println(window.mean() > 0);
        });
  }
}

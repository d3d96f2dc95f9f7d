import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.function.Function;

/** State that can be reached only through a helper that holds the lock around a lambda. */
public final class GuardedValue<T> {

  private final Lock lock = new Mutex();
  private final T state;

  GuardedValue(T state) {
    this.state = state;
  }

  <R> R with(Function<? super T, ? extends R> body) {
    lock.lock();
    try {
      return body.apply(state);
    } finally {
      lock.unlock();
    }
  }

  /** Orders that several goroutines enter. */
  static final class OrderBook {
    private final GuardedValue<List<Integer>> orders = new GuardedValue<>(new ArrayList<>());

    void enter(int amount) {
      orders.with(list -> list.add(amount));
    }

    int total() {
      return orders.with(
          list -> {
            int sum = 0;
            for (int amount : list) {
              sum += amount;
            }
            return sum;
          });
    }

    List<Integer> copy() {
      return orders.with(ArrayList::new);
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          OrderBook book = new OrderBook();
          WaitGroup traders = new WaitGroup();
          for (int trader = 1; trader <= 2; trader++) {
            int amount = trader * 10;
            traders.go(() -> book.enter(amount));
          }
          List<Integer> early = book.copy();
          traders.await();
          early.add(book.total());
          System.out.println(early);
        });
  }
}

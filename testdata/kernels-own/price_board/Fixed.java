package price_board;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.RWMutex;
import dev.chanlint.runtime.WaitGroup;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** Prices under a read-write lock; a report reads each price while it reads the board. */
public final class Fixed {

  static final class Board {
    private final RWMutex lock = new RWMutex();
    private final Map<String, Integer> prices = new HashMap<>(Map.of("tea", 3, "rum", 9));

    int price(String name) {
      lock.rLock();
      try {
        return priceLocked(name);
      } finally {
        lock.rUnlock();
      }
    }

    private int priceLocked(String name) {
      return prices.getOrDefault(name, 0);
    }

    void set(String name, int price) {
      lock.lock();
      try {
        prices.put(name, price);
      } finally {
        lock.unlock();
      }
    }

    int total(Function<Board, Integer> sum) {
      lock.rLock();
      try {
        return sum.apply(this);
      } finally {
        lock.rUnlock();
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Board board = new Board();
          WaitGroup ended = new WaitGroup();
          ended.go(() -> board.set("tea", 4));
          int total = board.total(b -> b.priceLocked("tea") + b.priceLocked("rum"));
          ended.await();
          System.out.println(total > 0);
        });
  }
}

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;

/** Semaphores that keep others out: one permit, all permits, and permits that are signals. */
public final class PermitsOfOne {

  private static final int READERS = 2;

  /** Who writes takes all permits, who reads takes one. */
  static final class Table {
    private final Semaphore permits = new Semaphore(READERS);
    private final Map<String, Integer> rows = new HashMap<>();

    void put(String row) throws InterruptedException {
      permits.acquire(READERS);
      try {
        rows.merge(row, 1, Integer::sum);
      } finally {
        permits.release(READERS);
      }
    }

    int get(String row) throws InterruptedException {
      permits.acquire();
      try {
        return rows.getOrDefault(row, 0);
      } finally {
        permits.release();
      }
    }
  }

  /** Of whom one at a time counts, if that one gets the permit at all. */
  static final class Votes {
    private final Semaphore permit = new Semaphore(1);
    private int counted;

    void count() {
      if (permit.tryAcquire()) {
        counted++;
        permit.release();
      }
    }
  }

  /** Two halves, each of which is told by a permit; the first pays what is owed. */
  static final class Halves {
    private final Semaphore done = new Semaphore(-1);
    private int left;
    private int right;

    int sum() throws InterruptedException {
      Go.go(
          () -> {
            left = 1;
            done.release();
          });
      Go.go(
          () -> {
            right = 2;
            done.release();
          });
      done.acquire();
      return left + right;
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Table table = new Table();
          Votes votes = new Votes();
          WaitGroup users = new WaitGroup();
          users.go(() -> table.put("a"));
          users.go(() -> System.out.println(table.get("a") < 2));
          users.go(votes::count);
          users.go(votes::count);
          users.await();
          System.out.println(new Halves().sum());
        });
  }
}

package uncalled;

import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;

/** Two locks in two orders, in goroutines of one call. */
public final class Transfers {

  private Transfers() {}

  public static void swap(Runnable there, Runnable back) {
    Mutex left = new Mutex();
    Mutex right = new Mutex();
    WaitGroup both = new WaitGroup();
    both.go(() -> under(left, right, there));
    both.go(() -> under(right, left, back));
    both.await();
  }

  private static void under(Mutex outer, Mutex inner, Runnable task) {
    outer.lock();
    inner.lock(); // want deadlock-lock-order confirmed
    task.run();
    inner.unlock();
    outer.unlock();
  }

  public static void inOneOrder(Runnable there, Runnable back) {
    Mutex left = new Mutex();
    Mutex right = new Mutex();
    WaitGroup both = new WaitGroup();
    both.go(() -> under(left, right, there));
    both.go(() -> under(left, right, back));
    both.await();
  }
}

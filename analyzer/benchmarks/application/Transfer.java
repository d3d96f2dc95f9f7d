import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;

/** Moves widgets between two stores. */
public class Transfer {

  private static final class Store {
    final Mutex mutex = new Mutex();
    long amount = 100;
  }

  public long balance(int rounds) {
    Store near = new Store();
    Store far = new Store();
    WaitGroup group = new WaitGroup();
    group.go(() -> move(near, far, rounds));
    group.go(() -> moveBack(near, far, rounds));
    group.await();
    return near.amount + far.amount + new Sequential(11).work(1);
  }

  private static void move(Store near, Store far, int amount) {
    near.mutex.lock();
    far.mutex.lock(); // planted: deadlock-lock-order
    near.amount -= amount;
    far.amount += amount;
    far.mutex.unlock();
    near.mutex.unlock();
  }

  private static void moveBack(Store near, Store far, int amount) {
    near.mutex.lock(); // broken: far.mutex.lock();
    far.mutex.lock(); // broken: near.mutex.lock(); // planted: deadlock-lock-order
    far.amount -= amount;
    near.amount += amount;
    near.mutex.unlock();
    far.mutex.unlock();
  }

  // main
  public static void main(String[] args) {
    Go.run(() -> System.out.println(new Transfer().balance(17)));
  }
  // end
}

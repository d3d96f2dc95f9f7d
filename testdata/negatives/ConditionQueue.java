import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** A bounded queue by the JDK's conditions, waited for in loops, and closed. */
public final class ConditionQueue<T> {

  private final Lock lock = new ReentrantLock();
  private final Condition notFull = lock.newCondition();
  private final Condition notEmpty = lock.newCondition();
  private final Queue<T> items = new ArrayDeque<>();
  private final int capacity;
  private boolean closed;

  ConditionQueue(int capacity) {
    this.capacity = capacity;
  }

  void put(T item) throws InterruptedException {
    lock.lock();
    try {
      while (items.size() == capacity && !closed) {
        notFull.await();
      }
      if (closed) {
        throw new IllegalStateException("closed");
      }
      items.add(item);
      notEmpty.signal();
    } finally {
      lock.unlock();
    }
  }

  /** Null once it is closed and empty. */
  T take() throws InterruptedException {
    lock.lock();
    try {
      while (items.isEmpty()) {
        if (closed) {
          return null;
        }
        notEmpty.await();
      }
      T item = items.remove();
      notFull.signal();
      return item;
    } finally {
      lock.unlock();
    }
  }

  void close() {
    lock.lock();
    try {
      closed = true;
      notFull.signalAll();
      notEmpty.signalAll();
    } finally {
      lock.unlock();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          ConditionQueue<Integer> queue = new ConditionQueue<>(1);
          int[] sum = new int[1];
          WaitGroup consumer = new WaitGroup();
          consumer.go(
              () -> {
                Integer item = queue.take();
                while (item != null) {
                  sum[0] += item;
                  item = queue.take();
                }
              });
          queue.put(1);
          queue.put(2);
          queue.close();
          consumer.await();
          System.out.println(sum[0]);
        });
  }
}

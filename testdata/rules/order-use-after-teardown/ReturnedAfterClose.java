package rules.orderuseafterteardown;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayDeque;
import java.util.Deque;

/** What close took away is used inside the object that was closed, by one that outlives it. */
public final class ReturnedAfterClose implements AutoCloseable {

  private final Mutex mu = new Mutex();
  private Deque<String> free = new ArrayDeque<>();

  private void giveBack(String name) {
    mu.lock();
    try {
      free.push(name); // want order-use-after-teardown
    } finally {
      mu.unlock();
    }
  }

  @Override
  public void close() {
    mu.lock();
    free = null;
    mu.unlock();
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          WaitGroup users = new WaitGroup();
          try (ReturnedAfterClose pool = new ReturnedAfterClose()) {
            users.go(() -> pool.giveBack("a"));
          }
          users.await();
        });
  }
}

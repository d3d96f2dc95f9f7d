import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.GoPool;
import java.util.concurrent.atomic.AtomicInteger;

/** A pool of four goroutines runs twenty tasks, never more than four at once. */
public final class Pool {

  private static final int SIZE = 4;
  private static final int TASKS = 20;

  private final AtomicInteger running = new AtomicInteger();
  private final AtomicInteger finished = new AtomicInteger();

  public static void main(String[] args) {
    Go.run(() -> new Pool().runAll());
  }

  private void runAll() {
    GoPool pool = new GoPool(SIZE);
    for (int i = 0; i < TASKS; i++) {
      pool.submit(this::task);
    }
    pool.close();
    System.out.println(finished.get() + " tasks");
  }

  private void task() {
    if (running.incrementAndGet() > SIZE) {
      throw new IllegalStateException("more than " + SIZE + " at once");
    }
    Go.gosched();
    finished.incrementAndGet();
    running.decrementAndGet();
  }
}

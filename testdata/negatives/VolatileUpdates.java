import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;

/**
 * Updates of volatile fields that nobody can come between: under a lock, or by one writer alone.
 */
public final class VolatileUpdates {

  static final class Progress {
    private final Mutex mu = new Mutex();
    private volatile int finished;
    private volatile long ticks;

    void finish() {
      mu.lock();
      finished++;
      mu.unlock();
    }

    void tick() {
      ticks += 1;
    }

    boolean isOver(int all) {
      return finished == all;
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Progress progress = new Progress();
          WaitGroup jobs = new WaitGroup();
          jobs.go(progress::finish);
          jobs.go(progress::finish);
          progress.tick();
          progress.tick();
          jobs.await();
          System.out.println(progress.isOver(2) && progress.ticks == 2);
        });
  }
}

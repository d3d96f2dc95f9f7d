package rules.raceinconsistentguard;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;
import javax.annotation.concurrent.GuardedBy;

/** What the annotation says guards the field is taken at its word. */
public final class DeclaredGuard {

  private final Mutex mutex = new Mutex();

  @GuardedBy("mutex")
  private int total;

  @GuardedBy("this")
  private int count;

  public static void main(String[] args) {
    Go.run(
        () -> {
          DeclaredGuard sums = new DeclaredGuard();
          WaitGroup adders = new WaitGroup();
          adders.go(() -> sums.add(1));
          adders.go(() -> sums.add(2));
          adders.await();
          adders.go(sums::count);
          adders.go(sums::count);
          adders.await();
        });
  }

  private void add(int amount) {
    total += amount; // want race-inconsistent-guard "field 'total'"
  }

  private synchronized void count() {
    count++;
  }
}

package rules.racemixedatomic;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;

/** A counter that is updated atomically and read plainly. */
public final class PlainReadOfAtomic {

  private static final AtomicLongFieldUpdater<PlainReadOfAtomic> HITS =
      AtomicLongFieldUpdater.newUpdater(PlainReadOfAtomic.class, "hits");

  private volatile long hits;

  public static void main(String[] args) {
    Go.run(
        () -> {
          PlainReadOfAtomic statistics = new PlainReadOfAtomic();
          WaitGroup running = new WaitGroup();
          running.go(() -> HITS.incrementAndGet(statistics));
          running.go(statistics::hit);
          running.await();
        });
  }

  private void hit() {
    hits++; // want race-mixed-atomic
  }
}

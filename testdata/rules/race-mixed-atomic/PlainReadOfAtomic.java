package rules.racemixedatomic;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** A counter that is updated atomically and read plainly. */
public final class PlainReadOfAtomic {

  private static final VarHandle HITS = hits();

  private long hits;

  private static VarHandle hits() {
    try {
      return MethodHandles.lookup().findVarHandle(PlainReadOfAtomic.class, "hits", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          PlainReadOfAtomic statistics = new PlainReadOfAtomic();
          WaitGroup running = new WaitGroup();
          running.go(statistics::hit);
          running.go(statistics::report);
          running.await();
        });
  }

  private void hit() {
    HITS.getAndAdd(this, 1L); // want race-mixed-atomic
  }

  private void report() {
    System.out.println(hits);
  }
}

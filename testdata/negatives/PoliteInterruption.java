import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.GoroutineInterruptedException;
import dev.chanlint.runtime.Unit;
import dev.chanlint.runtime.WaitGroup;
import java.util.concurrent.TimeUnit;

/** Interruptions that are caught end the goroutine, are passed on, or are set again. */
public final class PoliteInterruption {

  /** A place that someone may be thrown out of. */
  interface Waiter {
    boolean await(Chan<Unit> signal);
  }

  /** Ends. */
  static final class Ending implements Waiter {
    @Override
    public boolean await(Chan<Unit> signal) {
      try {
        signal.receive();
        return true;
      } catch (GoroutineInterruptedException e) {
        return false;
      }
    }
  }

  /** Says so to those above. */
  static final class Restoring implements Waiter {
    @Override
    public boolean await(Chan<Unit> signal) {
      try {
        TimeUnit.MILLISECONDS.sleep(1);
        signal.receive();
        return true;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
  }

  /** Tells it as a failure of its own. */
  static final class Translating implements Waiter {
    @Override
    public boolean await(Chan<Unit> signal) {
      try {
        signal.receive();
        return true;
      } catch (GoroutineInterruptedException e) {
        throw new IllegalStateException("shut down", e);
      }
    }
  }

  private static void wait(Waiter waiter, Chan<Unit> signal, WaitGroup group) {
    group.go(
        () -> {
          if (!waiter.await(signal)) {
            System.out.println("left early");
          }
        });
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Chan<Unit> signal = Chan.make();
          WaitGroup group = new WaitGroup();
          wait(new Ending(), signal, group);
          wait(new Restoring(), signal, group);
          wait(new Translating(), signal, group);
          signal.close();
          group.await();
        });
  }
}

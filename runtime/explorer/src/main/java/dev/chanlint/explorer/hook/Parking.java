package dev.chanlint.explorer.hook;

import dev.chanlint.explorer.engine.Execution;
import dev.chanlint.explorer.engine.Footprint;
import dev.chanlint.explorer.engine.Goroutine;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Stands for {@link java.util.concurrent.locks.LockSupport}. */
public final class Parking {

  private Parking() {}

  /** {@code park()}. */
  public static void park() {
    await(Long.MAX_VALUE);
  }

  /** {@code park(blocker)}. */
  public static void park(@Nullable Object blocker) {
    await(Long.MAX_VALUE);
  }

  /** {@code parkNanos(nanos)}. */
  public static void parkNanos(long nanos) {
    if (nanos > 0) {
      await(nanos);
    }
  }

  /** {@code parkNanos(blocker, nanos)}. */
  public static void parkNanos(@Nullable Object blocker, long nanos) {
    parkNanos(nanos);
  }

  /** {@code parkUntil(deadline)}. */
  public static void parkUntil(long deadline) {
    parkNanos(TimeUnit.MILLISECONDS.toNanos(deadline - Clocks.currentTimeMillis()));
  }

  /** {@code parkUntil(blocker, deadline)}. */
  public static void parkUntil(@Nullable Object blocker, long deadline) {
    parkUntil(deadline);
  }

  /** {@code setCurrentBlocker(blocker)}: for those who look at threads from outside. */
  public static void setCurrentBlocker(@Nullable Object blocker) {}

  /** {@code unpark(thread)}. */
  public static void unpark(@Nullable Thread thread) {
    if (thread != null) {
      Execution execution = Execution.require();
      execution.perform(new Unpark(JavaThread.of(execution, thread)));
    }
  }

  private static void await(long nanos) {
    Goroutine self = Execution.self();
    JavaThread thread = JavaThread.of(self);
    self.execution().perform(new Park(thread, TimedWait.deadline(self, nanos)));
  }

  /** Waits for the permit. */
  private static final class Park extends TimedWait {

    private final JavaThread thread;

    Park(JavaThread thread, long deadline) {
      super("park", thread, "park", thread, deadline);
      this.thread = thread;
    }

    @Override
    protected boolean looksForInterruptFirst() {
      return false;
    }

    @Override
    boolean ready() {
      return thread.hasPermit();
    }

    @Override
    void dependsOn(Footprint into) {
      into.writes(thread.permitCell());
    }

    @Override
    void proceed() {
      thread.takePermit(goroutine());
    }
  }

  /** Gives the permit. */
  private static final class Unpark extends Step {

    private final JavaThread thread;

    Unpark(JavaThread thread) {
      super("unpark", thread, "running");
      this.thread = thread;
    }

    @Override
    public void footprint(int alternative, Footprint into) {
      into.writes(thread.permitCell());
    }

    @Override
    public boolean changes(int alternative) {
      return !thread.hasPermit();
    }

    @Override
    public void execute(int alternative) {
      thread.givePermit(goroutine());
    }
  }
}

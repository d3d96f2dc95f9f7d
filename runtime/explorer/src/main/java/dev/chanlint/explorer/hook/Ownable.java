package dev.chanlint.explorer.hook;

import dev.chanlint.explorer.engine.Execution;
import dev.chanlint.explorer.engine.Footprint;
import dev.chanlint.explorer.engine.Goroutine;
import dev.chanlint.explorer.engine.Resource;
import dev.chanlint.explorer.engine.Store;
import dev.chanlint.explorer.engine.VectorClock;
import org.jspecify.annotations.Nullable;

/**
 * A reentrant lock with an owner: what monitors and {@code ReentrantLock} have in common. Who gets
 * a freed lock is open: it is whichever waiting goroutine the schedule lets go on.
 */
public class Ownable extends Resource {

  private final VectorClock clock = new VectorClock();
  private final String waiting;
  private final Store store;
  private @Nullable Goroutine owner;
  private int holds;

  /**
   * Makes a free one.
   *
   * @param kind what it is, for a reader
   * @param waiting the state of a goroutine that waits to get it
   */
  public Ownable(Execution execution, String kind, String waiting) {
    super(execution, kind);
    this.waiting = waiting;
    this.store = execution.store();
  }

  /** Whether the goroutine holds it. */
  public final boolean isHeldBy(Goroutine goroutine) {
    return owner == goroutine;
  }

  /** Whether nobody holds it. */
  public final boolean isFree() {
    return !store.is(cell());
  }

  /** How often the goroutine holds it. */
  public final int holds(Goroutine goroutine) {
    return owner == goroutine ? holds : 0;
  }

  /** Takes it, again if the goroutine has it already: only the first time is visible to others. */
  public final void enter(Goroutine self) {
    if (owner == self) {
      holds++;
    } else {
      self.execution().perform(new Enter());
    }
  }

  /**
   * Takes it, or gives up on an interrupt or when the time is up.
   *
   * @param nanos how long to wait; {@link Long#MAX_VALUE} for ever
   * @return whether it was taken
   */
  public final boolean enter(Goroutine self, long nanos) throws InterruptedException {
    JavaThread thread = JavaThread.of(self);
    long patience = owner == self ? Long.MAX_VALUE : nanos;
    TimedEnter enter = new TimedEnter(thread, TimedWait.deadline(self, patience));
    self.execution().perform(enter);
    enter.throwIfInterrupted();
    return enter.chosen() == TimedWait.READY;
  }

  /** Takes it if that can be done at once. */
  public final boolean tryEnter(Goroutine self) {
    if (owner == self) {
      holds++;
      return true;
    }
    self.execution().perform(new TryEnter());
    return owner == self;
  }

  /**
   * Gives it back.
   *
   * @throws IllegalMonitorStateException if the goroutine does not hold it
   */
  public final void exit(Goroutine self) {
    if (owner != self) {
      throw new IllegalMonitorStateException("current thread is not owner");
    }
    if (holds > 1) {
      holds--;
    } else {
      self.execution().perform(new Exit());
    }
  }

  /** Gives it to a goroutine; in a step of that goroutine. */
  final void take(Goroutine goroutine, int times) {
    store.set(cell(), true);
    owner = goroutine;
    holds = times;
    goroutine.acquire(clock);
  }

  /** What the goroutine did so far comes before what its next owner does. */
  final void publish(Goroutine goroutine) {
    goroutine.release(clock);
  }

  /** Frees it wholly; in a step of its owner. Returns how often it was held. */
  final int free(Goroutine goroutine) {
    int times = holds;
    goroutine.release(clock);
    store.set(cell(), false);
    owner = null;
    holds = 0;
    return times;
  }

  /**
   * Takes it when it is free. By itself, locking and unlocking is no progress: a loop that looks at
   * something under the lock, and yields when it is not there yet, gives way to others.
   */
  final class Enter extends Step {

    Enter() {
      super("lock", Ownable.this, waiting);
    }

    @Override
    public boolean enabled(int alternative) {
      return isFree();
    }

    @Override
    public void footprint(int alternative, Footprint into) {
      into.writes(cell());
    }

    @Override
    public boolean changes(int alternative) {
      return false;
    }

    @Override
    public void execute(int alternative) {
      take(goroutine(), 1);
    }
  }

  /** Frees it. */
  final class Exit extends Step {

    Exit() {
      super("unlock", Ownable.this, "running");
    }

    @Override
    public void footprint(int alternative, Footprint into) {
      into.writes(cell());
    }

    @Override
    public boolean changes(int alternative) {
      return false;
    }

    @Override
    public void execute(int alternative) {
      free(goroutine());
    }
  }

  /** Takes it when it is free, or has it once more; or gives up. */
  private final class TimedEnter extends TimedWait {

    TimedEnter(JavaThread thread, long deadline) {
      super("lock", Ownable.this, waiting, thread, deadline);
    }

    @Override
    boolean ready() {
      return isFree() || isHeldBy(goroutine());
    }

    @Override
    void dependsOn(Footprint into) {
      if (!isHeldBy(goroutine())) {
        into.writes(cell());
      }
    }

    @Override
    void proceed() {
      if (isHeldBy(goroutine())) {
        holds++;
      } else {
        take(goroutine(), 1);
      }
    }
  }

  /** Takes it if it is free. */
  private final class TryEnter extends Step {

    TryEnter() {
      super("tryLock", Ownable.this, "running");
    }

    @Override
    public void footprint(int alternative, Footprint into) {
      if (isFree()) {
        into.writes(cell());
      } else {
        into.reads(cell());
      }
    }

    @Override
    public boolean changes(int alternative) {
      return isFree();
    }

    @Override
    public void execute(int alternative) {
      if (isFree()) {
        take(goroutine(), 1);
      }
    }
  }
}

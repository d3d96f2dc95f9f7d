package dev.chanlint.explorer.operation;

import dev.chanlint.explorer.engine.Execution;
import dev.chanlint.explorer.engine.Footprint;
import dev.chanlint.explorer.engine.Goroutine;
import dev.chanlint.explorer.engine.Operation;
import dev.chanlint.explorer.engine.Resource;
import dev.chanlint.explorer.engine.VectorClock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An object's monitor: {@code synchronized}, {@code wait}, {@code notify}. Which waiter {@code
 * notify} wakes is a choice.
 */
public final class Monitor extends Resource {

  private final VectorClock released = new VectorClock();
  private final List<Wait> waiting = new ArrayList<>();
  private @Nullable Goroutine owner;
  private int holds;

  /** One who waits. */
  private static final class Wait {
    private boolean notified;
  }

  private Monitor(Execution execution) {
    super(execution, "monitor");
  }

  /** The monitor of an object of the code under test. */
  public static Monitor of(Object object) {
    Execution execution = Execution.require();
    return execution.attachment(object, Monitor.class, () -> new Monitor(execution));
  }

  /** Enters; waits until no other goroutine is in. Entering again is no visible operation. */
  public void enter() {
    if (owner == Execution.self()) {
      holds++;
    } else {
      lock(1);
    }
  }

  /**
   * Leaves.
   *
   * @throws IllegalMonitorStateException if the calling goroutine is not in
   */
  public void exit() {
    requireOwner();
    if (holds > 1) {
      holds--;
    } else {
      unlock("unlock", () -> {});
    }
  }

  /** Whether the calling goroutine is in. */
  public boolean isHeld() {
    return owner == Execution.self();
  }

  /**
   * Leaves, waits to be notified, and enters again.
   *
   * @param nanos how long at most; 0 for ever
   * @throws IllegalMonitorStateException if the calling goroutine is not in
   * @throws InterruptedException if it is interrupted, before or while it waits
   */
  public void await(long nanos) throws InterruptedException {
    requireOwner();
    Execution execution = Execution.require();
    Threads.throwIfInterrupted();
    long deadline = nanos == 0 ? Operation.NEVER : execution.arm(nanos);
    Wait wait = new Wait();
    int held = holds;
    unlock("wait", () -> waiting.add(wait));
    int how =
        new Action("Object.wait", "wake up", this)
            .writing(cell())
            .when(() -> wait.notified)
            .orElse(() -> waiting.remove(wait))
            .until(deadline)
            .interruptible()
            .perform();
    lock(held);
    if (how == Action.INTERRUPTED) {
      Threads.throwIfInterrupted();
    }
  }

  /**
   * Wakes one who waits, if any.
   *
   * @throws IllegalMonitorStateException if the calling goroutine is not in
   */
  public void wakeOne() {
    requireOwner();
    Execution.require().perform(new Notify());
  }

  /**
   * Wakes all who wait.
   *
   * @throws IllegalMonitorStateException if the calling goroutine is not in
   */
  public void wakeAll() {
    requireOwner();
    new Action("running", "notifyAll", this)
        .writing(cell())
        .changingIf(() -> !waiting.isEmpty())
        .then(
            () -> {
              waiting.forEach(wait -> wait.notified = true);
              waiting.clear();
            })
        .perform();
  }

  private void lock(int count) {
    Action lock = new Action("monitor enter", "lock", this).acquiring(cell());
    lock.when(() -> owner == null)
        .then(
            () -> {
              owner = lock.goroutine();
              holds = count;
              lock.goroutine().acquire(released);
            })
        .perform();
  }

  private void unlock(String name, Runnable also) {
    Action unlock = new Action("running", name, this).touching(f -> f.releases(cell()));
    unlock
        .then(
            () -> {
              owner = null;
              holds = 0;
              unlock.goroutine().release(released);
              also.run();
            })
        .perform();
  }

  private void requireOwner() {
    if (owner != Execution.self()) {
      throw new IllegalMonitorStateException("current thread is not owner");
    }
  }

  /** Wakes any one of those who wait. */
  private final class Notify extends Operation {

    @Override
    public String state() {
      return "running";
    }

    @Override
    public String name() {
      return "notify";
    }

    @Override
    public Resource resource() {
      return Monitor.this;
    }

    @Override
    public int alternatives() {
      return Math.max(1, waiting.size());
    }

    @Override
    public boolean enabled(int alternative) {
      return true;
    }

    @Override
    public void footprint(int alternative, Footprint into) {
      into.writes(cell());
    }

    @Override
    public void execute(int alternative) {
      if (!waiting.isEmpty()) {
        waiting.remove(alternative).notified = true;
      }
    }

    @Override
    public boolean changes(int alternative) {
      return !waiting.isEmpty();
    }
  }
}

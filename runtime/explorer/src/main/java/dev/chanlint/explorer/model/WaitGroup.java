package dev.chanlint.explorer.model;

import dev.chanlint.explorer.engine.Execution;
import dev.chanlint.explorer.engine.Goroutine;
import dev.chanlint.explorer.engine.Operation;
import dev.chanlint.explorer.operation.Action;
import dev.chanlint.explorer.operation.Countdown;
import dev.chanlint.runtime.GoroutineInterruptedException;
import dev.chanlint.runtime.Task;
import java.util.Objects;

/** Go's {@code sync.WaitGroup}, under control. */
public final class WaitGroup {

  private static final String STATE = "sync.WaitGroup.Wait";

  private final Countdown count = new Countdown(Execution.require(), "WaitGroup");

  /** Creates one with a count of zero. */
  public WaitGroup() {}

  /**
   * Adds to the count.
   *
   * @param delta how much; may be negative
   * @throws IllegalStateException {@code sync: negative WaitGroup counter} if the count falls below
   *     zero
   */
  public void add(int delta) {
    if (!count.add(delta)) {
      throw new IllegalStateException("sync: negative WaitGroup counter");
    }
  }

  /** Takes one from the count. */
  public void done() {
    add(-1);
  }

  /** Waits until the count is zero. */
  public void await() {
    if (count.await(STATE, Operation.NEVER) == Action.INTERRUPTED) {
      throw new GoroutineInterruptedException("interrupted in " + STATE);
    }
  }

  /**
   * Starts a goroutine and waits for it too.
   *
   * @param body what the goroutine runs
   */
  public void go(Task body) {
    Objects.requireNonNull(body);
    add(1);
    Execution.require()
        .go(
            null,
            Goroutine.Role.GOROUTINE,
            () -> {
              try {
                body.run();
              } finally {
                done();
              }
            });
  }
}

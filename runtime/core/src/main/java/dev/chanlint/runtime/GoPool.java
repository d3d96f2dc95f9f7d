package dev.chanlint.runtime;

import java.util.Objects;

/**
 * Runs tasks in goroutines, never more than a given number at once: Go's idiom of a buffered
 * channel as a semaphore. What was done before {@link #submit} happens before the task starts, and
 * what the tasks did happens before {@link #close} returns.
 */
public final class GoPool implements AutoCloseable {

  private final Chan<Unit> slots;
  private final Chan<Unit> closing = Chan.make();
  private final Mutex close = new Mutex();
  private boolean closed;

  /** How many slots {@link #close} has taken for good. */
  private int slotsTaken;

  /**
   * Creates a pool.
   *
   * @param size how many tasks run at once
   * @throws IllegalArgumentException if that is below 1
   */
  public GoPool(int size) {
    if (size < 1) {
      throw new IllegalArgumentException("pool size below 1: " + size);
    }
    slots = Chan.make(size);
  }

  /**
   * Runs a task in a goroutine; blocks while as many as the size run. An exception that the task
   * does not catch is a panic of its goroutine.
   *
   * @param task the task
   * @throws IllegalStateException if the pool is closed, before or while this waits
   * @throws GoroutineInterruptedException if the thread is interrupted, before or while this waits;
   *     the task was not taken
   */
  public void submit(Task task) {
    Objects.requireNonNull(task);
    boolean taken =
        Select.<Boolean>select(
            Select.onReceive(closing).as(false), Select.onSend(slots, Unit.UNIT).as(true));
    if (!taken) {
      throw new IllegalStateException("submit to a closed GoPool");
    }
    Go.go(
        () -> {
          try {
            task.run();
          } finally {
            slots.tryReceive();
          }
        });
  }

  /**
   * Takes no more tasks and waits until those taken have ended; the second time it only waits.
   *
   * @throws GoroutineInterruptedException if the thread is interrupted, before or while this waits
   */
  @Override
  public void close() {
    close.lock();
    try {
      if (!closed) {
        closed = true;
        closing.close();
      }
      for (; slotsTaken < slots.cap(); slotsTaken++) {
        slots.send(Unit.UNIT);
      }
    } finally {
      close.unlock();
    }
  }
}

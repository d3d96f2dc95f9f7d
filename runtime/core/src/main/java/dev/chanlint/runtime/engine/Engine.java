package dev.chanlint.runtime.engine;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Task;
import org.jspecify.annotations.Nullable;

/** What runs goroutines and channels. */
public final class Engine {

  /** The index of what {@link #select} returns if nothing was ready and there is a default. */
  public static final int DEFAULT = -1;

  /** The index of what {@link #select} returns if the time was up first. */
  public static final int TIMEOUT = -2;

  /** A select without a timeout. */
  public static final long NO_TIMEOUT = Long.MAX_VALUE;

  private Engine() {}

  /** Makes a channel; the capacity is not negative. */
  public static <T> Chan<T> channel(int capacity) {
    throw new AssertionError();
  }

  /** The nil channel. */
  public static <T> Chan<T> nilChannel() {
    throw new AssertionError();
  }

  /**
   * Performs one of the communications, chosen uniformly at random among the ready ones.
   *
   * @param ops the communications, nil channels among them
   * @param hasDefault whether to return {@link #DEFAULT} rather than wait
   * @param timeoutNanos how long to wait, in nanoseconds, from now; {@link #NO_TIMEOUT} for ever
   * @return what was done; its index may be {@link #DEFAULT} or {@link #TIMEOUT}
   */
  public static Selected select(SelectOp[] ops, boolean hasDefault, long timeoutNanos) {
    throw new AssertionError();
  }

  /** Starts a goroutine. */
  public static void go(@Nullable String name, Task body) {
    throw new AssertionError();
  }

  /** Runs a program's main goroutine to its end. */
  public static void run(Task main) {
    throw new AssertionError();
  }

  /** Lets other goroutines run. */
  public static void gosched() {
    throw new AssertionError();
  }

  /** Blocks for the given nanoseconds; not at all if that is not positive. */
  public static void sleep(long nanos) {
    throw new AssertionError();
  }

  /** How many goroutines exist. */
  public static int numGoroutine() {
    throw new AssertionError();
  }

  /**
   * Sets how many goroutines run at once, unless {@code n} is below 1; returns the previous number.
   */
  public static int maxProcs(int n) {
    throw new AssertionError();
  }

  /** Every goroutine: id, name, state, time blocked, stack. */
  public static String dump() {
    throw new AssertionError();
  }

  /** The clock of timers and deadlines, in nanoseconds from an arbitrary origin. */
  public static long nanoTime() {
    throw new AssertionError();
  }
}

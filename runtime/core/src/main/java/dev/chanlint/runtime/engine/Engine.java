package dev.chanlint.runtime.engine;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Select.Case;
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

  /**
   * Makes a channel.
   *
   * @param capacity how many values it buffers; not negative
   * @param <T> the type of the values
   * @return the channel
   */
  public static <T> Chan<T> channel(int capacity) {
    return Trace.ON ? new TracedChannel<>(capacity) : new Channel<>(capacity);
  }

  /**
   * The nil channel.
   *
   * @param <T> the type of the values
   * @return the channel, always the same
   */
  @SuppressWarnings("unchecked") // no value passes it
  public static <T> Chan<T> nilChannel() {
    return (Chan<T>) NilChannel.INSTANCE;
  }

  /**
   * Performs one of the communications, chosen uniformly at random among the ready ones.
   *
   * @param cases what offers them; a default or a timeout among them is never ready
   * @param hasDefault whether to return {@link #DEFAULT} rather than wait
   * @param timeoutNanos how long to wait, in nanoseconds, from now; {@link #NO_TIMEOUT} for ever
   * @return what was done, to be read before the caller's next select; its index is that of a case,
   *     {@link #DEFAULT} or {@link #TIMEOUT}
   */
  public static Selected select(Case<?>[] cases, boolean hasDefault, long timeoutNanos) {
    return Wait.selecting().select(cases, hasDefault, timeoutNanos);
  }

  /**
   * Starts a goroutine of the caller's program.
   *
   * @param name its name; null if it has none
   * @param body what it runs
   */
  public static void go(@Nullable String name, Task body) {
    Program.current().start(name, body);
  }

  /**
   * Runs a program's main goroutine to its end.
   *
   * @param main what it runs
   */
  public static void run(Task main) {
    Program.run(main);
  }

  /** Lets other goroutines run. */
  public static void gosched() {
    Thread.yield();
  }

  /**
   * Blocks for a time; not at all if that is not positive.
   *
   * @param nanos how long, in nanoseconds
   */
  public static void sleep(long nanos) {
    if (nanos <= 0) {
      return;
    }
    Wait wait = Wait.begin("sleep");
    wait.sleep(nanos);
    if (Thread.currentThread().isInterrupted()) {
      throw wait.interrupted();
    }
  }

  /**
   * Counts the goroutines of the caller's program.
   *
   * @return how many exist
   */
  public static int numGoroutine() {
    return Program.current().count();
  }

  /**
   * Sets how many goroutines run at once.
   *
   * @param n the new number; below 1 it stays as it is
   * @return the previous number
   */
  public static int maxProcs(int n) {
    return Carriers.set(n);
  }

  /**
   * Describes every goroutine: id, name, state, time blocked, stack.
   *
   * @return the text
   */
  public static String dump() {
    return Goroutines.now().toString();
  }

  /**
   * Describes the goroutines that have leaked: those blocked for good on what nothing alive can
   * reach.
   *
   * @return the text, as a dump's; empty if there are none
   * @throws UnsupportedOperationException if this JDK writes no heap dump, or one without the
   *     stacks of virtual threads
   * @throws java.io.UncheckedIOException if the heap dump cannot be written or read
   */
  public static String leaks() {
    return Leaks.find();
  }

  /**
   * The clock of timers and deadlines.
   *
   * @return nanoseconds from an arbitrary origin
   */
  public static long nanoTime() {
    return System.nanoTime();
  }
}

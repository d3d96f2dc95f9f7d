package dev.chanlint.explorer.engine;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The threads that explore, each for as long as it does so. Beside goroutines they alone may run
 * code under test: on the way to its entry point, or a comparator that an operation calls. What
 * runs on any other thread is out of control, and no exploration that goes on meanwhile can be
 * trusted to have seen all there is.
 */
public final class Drivers {

  private static final Map<Thread, Shift> SHIFTS = new ConcurrentHashMap<>();

  private Drivers() {}

  /**
   * The calling thread explores from here on until it closes the shift. One that does so already
   * goes on with its shift, and has to close that as often as it was begun.
   */
  public static Shift begin() {
    Shift shift = SHIFTS.computeIfAbsent(Thread.currentThread(), thread -> new Shift());
    shift.depth++;
    return shift;
  }

  /** The execution that the calling thread drives; null if it drives none. */
  public static @Nullable Execution driven() {
    Shift shift = SHIFTS.get(Thread.currentThread());
    return shift == null ? null : shift.execution;
  }

  /** A thread that is no goroutine runs code under test. */
  static void seen(Thread thread) {
    if (!SHIFTS.containsKey(thread)) {
      SHIFTS.values().forEach(shift -> shift.foreign = thread.getName());
    }
  }

  /**
   * The time during which a thread explores. But for what others have seen, it is confined to it.
   */
  public static final class Shift implements AutoCloseable {

    private int depth;
    private @Nullable Execution execution;
    private volatile @Nullable String foreign;

    private Shift() {}

    /** The thread drives an execution from here on; null: none any more. */
    void drive(@Nullable Execution driven) {
      execution = driven;
    }

    /** The name of a thread out of control that ran code under test meanwhile; null if none did. */
    @Nullable String foreign() {
      return foreign;
    }

    @Override
    public void close() {
      if (--depth == 0) {
        SHIFTS.remove(Thread.currentThread());
      }
    }
  }
}

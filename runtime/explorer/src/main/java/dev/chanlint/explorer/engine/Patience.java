package dev.chanlint.explorer.engine;

import java.time.Duration;

/**
 * How long to wait for what a process computes. It has had its time when that has passed and it has
 * computed for as long: on a machine with much else to do it may not have begun yet. One that does
 * not compute is waited for some times as long. May be asked by several threads.
 */
public final class Patience {

  private static final int IDLE_FACTOR = 4;
  private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

  private final ProcessHandle process;
  private final long nanos;
  private final long begin;
  private final long computedBefore;

  /** Before this moment it cannot have computed enough: to ask the system each time takes long. */
  private volatile long notBefore;

  /** Begins to wait for a process. */
  public Patience(ProcessHandle process, Duration time) {
    this(process, time, System.nanoTime(), computed(process));
  }

  private Patience(ProcessHandle process, Duration time, long begin, long computedBefore) {
    this.process = process;
    this.nanos = time.toNanos();
    this.begin = begin;
    this.computedBefore = computedBefore;
    this.notBefore = begin + nanos;
  }

  /** One that began when this did, for another time. */
  public Patience withTime(Duration time) {
    return new Patience(process, time, begin, computedBefore);
  }

  /** Whether the process has had its time. */
  public boolean isSpent() {
    long now = System.nanoTime();
    if (now - notBefore < 0) {
      return false;
    }
    long left = nanos - (computed(process) - computedBefore);
    if (left <= 0 || now - begin >= IDLE_FACTOR * nanos) {
      return true;
    }
    notBefore = now + left / PROCESSORS;
    return false;
  }

  /** What one has computed so far, in nanoseconds; none where the system does not tell. */
  private static long computed(ProcessHandle process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
  }
}

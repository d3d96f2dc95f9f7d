package dev.chanlint.explorer.worker;

import java.time.Duration;

/**
 * How long to wait for a worker. It has had its time when that has passed and it has computed for
 * as long: on a machine with much else to do it may not have begun yet. One that does not compute
 * is waited for some times as long.
 */
final class Patience {

  private static final int IDLE_FACTOR = 4;

  private final ProcessHandle worker;
  private final Duration time;
  private final long begin = System.nanoTime();
  private final Duration computedBefore;

  Patience(ProcessHandle worker, Duration time) {
    this.worker = worker;
    this.time = time;
    this.computedBefore = computed();
  }

  boolean isSpent() {
    Duration waited = Duration.ofNanos(System.nanoTime() - begin);
    return waited.compareTo(time.multipliedBy(IDLE_FACTOR)) > 0
        || waited.compareTo(time) > 0 && computed().minus(computedBefore).compareTo(time) > 0;
  }

  /** What it has computed so far; none where the system does not tell. */
  private Duration computed() {
    return worker.info().totalCpuDuration().orElse(Duration.ZERO);
  }
}

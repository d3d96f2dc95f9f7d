package dev.chanlint.runtime.engine;

import java.time.Instant;

/**
 * The channel of an alarm. It keeps the alarm alive, which nothing else need do. It has a place for
 * one time, and shows none: to its users it is unbuffered.
 */
final class TickChannel extends Channel<Instant> {

  @SuppressWarnings({"unused", "UnusedVariable"}) // for its reachability
  private final Alarm alarm;

  TickChannel(Alarm alarm) {
    super(1);
    this.alarm = alarm;
  }

  @Override
  public int len() {
    return 0;
  }

  @Override
  public int cap() {
    return 0;
  }
}

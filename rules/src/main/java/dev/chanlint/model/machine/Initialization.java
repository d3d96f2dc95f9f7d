package dev.chanlint.model.machine;

import org.jspecify.annotations.Nullable;

/**
 * The initialisation of a class (Java Language Specification, 12.4.2): the first goroutine to need
 * the class runs it, others wait for its end, and all that it wrote happens before what they do
 * then.
 */
final class Initialization {

  private final Clock ended = new Clock();
  private @Nullable Goroutine runner;
  private boolean done;

  /** Whether a goroutine may use the class now. */
  boolean isOver(Goroutine by) {
    return done || runner == by;
  }

  /** Whether nobody has begun it. */
  boolean isNew() {
    return runner == null && !done;
  }

  void begin(Goroutine by) {
    runner = by;
  }

  void end(Goroutine by) {
    done = true;
    ended.join(by.clock());
    by.clock().tick(by.number());
  }

  /** Learns what the initialiser wrote. */
  void observe(Goroutine by) {
    by.clock().join(ended);
  }
}

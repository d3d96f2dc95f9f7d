package dev.chanlint.explorer.juc;

import dev.chanlint.explorer.engine.Execution;
import dev.chanlint.explorer.engine.Footprint;
import dev.chanlint.explorer.engine.Goroutine;
import dev.chanlint.explorer.engine.Operation;
import dev.chanlint.explorer.engine.Resource;
import dev.chanlint.explorer.engine.VectorClock;
import dev.chanlint.explorer.operation.Action;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Something that goroutines change one after another and wait on: permits, a count, a queue, a
 * future. Each step takes in what came before all earlier changes. Conditions look at nothing that
 * steps change but {@link Stored} numbers.
 */
final class Counter extends Resource {

  private final VectorClock clock = new VectorClock();
  private final String waiting;

  Counter(Execution execution, String kind, String waiting) {
    super(execution, kind);
    this.waiting = waiting;
  }

  /** Has a number begin with it; returns this. */
  Counter with(Stored number, long initial) {
    number.begin(Execution.require(), initial);
    return this;
  }

  /** Changes it, without waiting. */
  void change(String name, Runnable effect) {
    Action action = new Action("running", name, this).writing(cell());
    action.then(() -> synchronize(action.goroutine(), effect)).perform();
  }

  /** Changes it in a way that commutes with other such changes, without waiting. */
  void add(String name, Runnable effect) {
    add(
        name,
        footprint -> footprint.adds(cell()),
        () -> {
          effect.run();
          return true;
        });
  }

  /**
   * Changes it without waiting, and without taking in what came before other changes.
   *
   * @param touching how it depends on others, by its {@link Stored} numbers
   * @param effect tells whether it changed anything
   */
  void add(String name, Consumer<Footprint> touching, BooleanSupplier effect) {
    Action action = new Action("running", name, this).touching(touching).foreseeable();
    action
        .then(
            () -> {
              if (effect.getAsBoolean()) {
                action.goroutine().release(clock);
              }
            })
        .perform();
  }

  /** Does the effect if the condition holds now; else it only looks. Returns whether it did. */
  boolean attempt(String name, BooleanSupplier ready, Runnable effect) {
    boolean[] done = new boolean[1];
    Action action = new Action("running", name, this).changingIf(ready);
    action.touching(
        footprint -> {
          if (ready.getAsBoolean()) {
            footprint.writes(cell());
          } else {
            footprint.reads(cell());
          }
        });
    action
        .foreseeable()
        .then(
            () -> {
              done[0] = ready.getAsBoolean();
              if (done[0]) {
                synchronize(action.goroutine(), effect);
              } else {
                action.goroutine().acquire(clock);
              }
            })
        .perform();
    return done[0];
  }

  /** Looks at it, and takes in what came before. */
  void look(String name) {
    Action action = new Action("running", name, this).reading(cell());
    action.then(() -> action.goroutine().acquire(clock)).perform();
  }

  /** Looks at it, in the effect; what came before that happens before later changes too. */
  void lookBetween(String name, Runnable effect) {
    Action action = new Action("running", name, this).reading(cell());
    action.then(() -> synchronize(action.goroutine(), effect)).perform();
  }

  /** Waits until the condition holds, then does the effect in one step. */
  void await(String name, BooleanSupplier ready, Runnable effect) {
    Action action = new Action(waiting, name, this).writing(cell()).when(ready).foreseeable();
    action.then(() -> synchronize(action.goroutine(), effect)).perform();
  }

  /** Waits until the condition holds, and changes nothing. */
  void await(String name, BooleanSupplier ready) {
    Action action = new Action(waiting, name, this).reading(cell()).when(ready).foreseeable();
    action.then(() -> action.goroutine().acquire(clock)).perform();
  }

  /**
   * Waits until the condition holds, then does the effect in one step; unless interrupted, or the
   * time is up first.
   *
   * @param nanos how long to wait; {@link Long#MAX_VALUE} for ever
   * @return false if the time was up
   */
  boolean await(String name, BooleanSupplier ready, Runnable effect, long nanos)
      throws InterruptedException {
    Action action = new Action(waiting, name, this).writing(cell()).when(ready).foreseeable();
    return perform(action.then(() -> synchronize(action.goroutine(), effect)), nanos);
  }

  /** The same, changing nothing. */
  boolean await(String name, BooleanSupplier ready, long nanos) throws InterruptedException {
    Action action = new Action(waiting, name, this).reading(cell()).when(ready).foreseeable();
    return perform(action.then(() -> action.goroutine().acquire(clock)), nanos);
  }

  private static boolean perform(Action action, long nanos) throws InterruptedException {
    Goroutine self = Execution.self();
    long deadline =
        nanos == Long.MAX_VALUE ? Operation.NEVER : self.execution().arm(Math.max(0, nanos));
    int how = action.interruptible().until(deadline).perform();
    if (how == Action.INTERRUPTED) {
      self.setInterrupted(false);
      throw new InterruptedException();
    }
    return how == Action.DONE;
  }

  private void synchronize(Goroutine self, Runnable effect) {
    self.acquire(clock);
    effect.run();
    self.release(clock);
  }
}

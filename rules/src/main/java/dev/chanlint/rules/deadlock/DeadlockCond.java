package dev.chanlint.rules.deadlock;

import dev.chanlint.model.Knot;
import dev.chanlint.model.Waiting;
import dev.chanlint.rules.Category;
import dev.chanlint.rules.StuckCause;
import dev.chanlint.rules.StuckRule;

/** A wait for a condition that nobody is left to signal. */
public final class DeadlockCond extends StuckRule {

  /** The rule. */
  public DeadlockCond() {
    super("deadlock-cond", Category.DEADLOCK, StuckCause.CONDITION);
  }

  @Override
  protected String message(Knot knot, Waiting culprit) {
    return subjectOf(culprit)
        + " waits for good for a signal of "
        + objectOf(culprit)
        + ": nobody who would give it can go on";
  }
}

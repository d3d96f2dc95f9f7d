package dev.chanlint.rules.deadlock;

import dev.chanlint.model.Knot;
import dev.chanlint.model.Waiting;
import dev.chanlint.rules.Category;
import dev.chanlint.rules.StuckCause;
import dev.chanlint.rules.StuckRule;

/** A counter whose add and done do not balance. */
public final class DeadlockWaitGroup extends StuckRule {

  /** The rule. */
  public DeadlockWaitGroup() {
    super("deadlock-waitgroup", Category.DEADLOCK, StuckCause.COUNTER);
  }

  @Override
  protected String message(Knot knot, Waiting culprit) {
    return subjectOf(culprit)
        + " waits here for "
        + objectOf(culprit)
        + ", whose counter does not come to zero: more was added than is done";
  }
}

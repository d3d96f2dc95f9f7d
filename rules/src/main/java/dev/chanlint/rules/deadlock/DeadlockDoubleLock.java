package dev.chanlint.rules.deadlock;

import dev.chanlint.model.Knot;
import dev.chanlint.model.Waiting;
import dev.chanlint.rules.Category;
import dev.chanlint.rules.StuckCause;
import dev.chanlint.rules.StuckRule;

/** A lock taken again by its holder. */
public final class DeadlockDoubleLock extends StuckRule {

  /** The rule. */
  public DeadlockDoubleLock() {
    super("deadlock-double-lock", Category.DEADLOCK, StuckCause.DOUBLE_LOCK);
  }

  @Override
  protected String message(Knot knot, Waiting culprit) {
    return subjectOf(culprit)
        + " takes "
        + objectOf(culprit)
        + " again while it holds it: it waits for itself";
  }
}

package dev.chanlint.rules.deadlock;

import dev.chanlint.model.Knot;
import dev.chanlint.model.Waiting;
import dev.chanlint.rules.Category;
import dev.chanlint.rules.StuckCause;
import dev.chanlint.rules.StuckRule;

/** A path that leaves a lock held. */
public final class DeadlockMissingUnlock extends StuckRule {

  /** The rule. */
  public DeadlockMissingUnlock() {
    super("deadlock-missing-unlock", Category.DEADLOCK, StuckCause.MISSING_UNLOCK);
  }

  @Override
  protected String message(Knot knot, Waiting culprit) {
    return subjectOf(culprit)
        + " can wait for good for "
        + objectOf(culprit)
        + ": a path that took it ended without giving it back";
  }
}

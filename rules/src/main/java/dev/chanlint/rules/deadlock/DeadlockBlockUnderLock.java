package dev.chanlint.rules.deadlock;

import dev.chanlint.model.Knot;
import dev.chanlint.model.Waiting;
import dev.chanlint.rules.Category;
import dev.chanlint.rules.StuckCause;
import dev.chanlint.rules.StuckRule;

/** A wait under a lock that its partner needs. */
public final class DeadlockBlockUnderLock extends StuckRule {

  /** The rule. */
  public DeadlockBlockUnderLock() {
    super("deadlock-block-under-lock", Category.DEADLOCK, StuckCause.BLOCK_UNDER_LOCK);
  }

  @Override
  protected String message(Knot knot, Waiting culprit) {
    return subjectOf(culprit)
        + " waits in this "
        + culprit.operation().word()
        + " on "
        + objectOf(culprit)
        + " with a lock held that its partner needs";
  }
}

package dev.chanlint.rules.deadlock;

import dev.chanlint.model.Knot;
import dev.chanlint.model.Waiting;
import dev.chanlint.rules.Category;
import dev.chanlint.rules.StuckCause;
import dev.chanlint.rules.StuckRule;

/** Locks taken in different orders. */
public final class DeadlockLockOrder extends StuckRule {

  /** The rule. */
  public DeadlockLockOrder() {
    super("deadlock-lock-order", Category.DEADLOCK, StuckCause.LOCK_ORDER);
  }

  @Override
  protected String message(Knot knot, Waiting culprit) {
    return subjectOf(culprit)
        + " waits here for "
        + objectOf(culprit)
        + " while it holds one that the other needs: the locks are taken in different orders";
  }
}

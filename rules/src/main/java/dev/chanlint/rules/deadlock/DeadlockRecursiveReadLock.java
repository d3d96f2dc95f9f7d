package dev.chanlint.rules.deadlock;

import dev.chanlint.model.Knot;
import dev.chanlint.model.Waiting;
import dev.chanlint.rules.Category;
import dev.chanlint.rules.StuckCause;
import dev.chanlint.rules.StuckRule;

/** A nested read lock with a writer that can queue between. */
public final class DeadlockRecursiveReadLock extends StuckRule {

  /** The rule. */
  public DeadlockRecursiveReadLock() {
    super("deadlock-recursive-read-lock", Category.DEADLOCK, StuckCause.RECURSIVE_READ_LOCK);
  }

  @Override
  protected String message(Knot knot, Waiting culprit) {
    return subjectOf(culprit)
        + " takes the read side of "
        + objectOf(culprit)
        + " again while it holds it: a writer that waits between the two blocks both";
  }
}

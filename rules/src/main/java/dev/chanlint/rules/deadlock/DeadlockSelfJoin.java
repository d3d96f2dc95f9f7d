package dev.chanlint.rules.deadlock;

import dev.chanlint.model.Knot;
import dev.chanlint.model.Waiting;
import dev.chanlint.rules.Category;
import dev.chanlint.rules.StuckCause;
import dev.chanlint.rules.StuckRule;

/** A goroutine that waits for what only itself would finish. */
public final class DeadlockSelfJoin extends StuckRule {

  /** The rule. */
  public DeadlockSelfJoin() {
    super("deadlock-self-join", Category.DEADLOCK, StuckCause.SELF_JOIN);
  }

  @Override
  protected String message(Knot knot, Waiting culprit) {
    return subjectOf(culprit)
        + " waits here for "
        + objectOf(culprit)
        + ", which only it would finish, further on";
  }
}

package dev.chanlint.rules.deadlock;

import dev.chanlint.model.Knot;
import dev.chanlint.model.Waiting;
import dev.chanlint.rules.Category;
import dev.chanlint.rules.StuckCause;
import dev.chanlint.rules.StuckRule;

/** An operation on a channel that is never ready. */
public final class DeadlockNilChannel extends StuckRule {

  /** The rule. */
  public DeadlockNilChannel() {
    super("deadlock-nil-channel", Category.DEADLOCK, StuckCause.NIL_CHANNEL);
  }

  @Override
  protected String message(Knot knot, Waiting culprit) {
    return subjectOf(culprit)
        + " blocks for good in this "
        + culprit.operation().word()
        + " on "
        + objectOf(culprit)
        + ", which is never ready";
  }
}

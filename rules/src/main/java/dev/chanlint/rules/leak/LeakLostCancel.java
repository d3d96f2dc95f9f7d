package dev.chanlint.rules.leak;

import dev.chanlint.model.Knot;
import dev.chanlint.model.Waiting;
import dev.chanlint.rules.Category;
import dev.chanlint.rules.StuckCause;
import dev.chanlint.rules.StuckRule;

/** A context that is not cancelled on some path. */
public final class LeakLostCancel extends StuckRule {

  /** The rule. */
  public LeakLostCancel() {
    super("leak-lost-cancel", Category.LEAK, StuckCause.LOST_CANCEL);
  }

  @Override
  protected String message(Knot knot, Waiting culprit) {
    return subjectOf(culprit)
        + " can block for good here, waiting on "
        + objectOf(culprit)
        + ": nobody is left who would cancel it";
  }
}

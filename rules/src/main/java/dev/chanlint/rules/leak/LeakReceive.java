package dev.chanlint.rules.leak;

import dev.chanlint.model.Knot;
import dev.chanlint.model.Waiting;
import dev.chanlint.rules.Category;
import dev.chanlint.rules.StuckCause;
import dev.chanlint.rules.StuckRule;

/** A receive that no remaining send or close can serve. */
public final class LeakReceive extends StuckRule {

  /** The rule. */
  public LeakReceive() {
    super("leak-receive", Category.LEAK, StuckCause.RECEIVE);
  }

  @Override
  protected String message(Knot knot, Waiting culprit) {
    return subjectOf(culprit)
        + " can block for good in this "
        + culprit.operation().word()
        + " on "
        + objectOf(culprit)
        + ": nobody is left who would serve it";
  }
}

package dev.chanlint.rules.leak;

import dev.chanlint.model.Knot;
import dev.chanlint.model.Waiting;
import dev.chanlint.rules.Category;
import dev.chanlint.rules.StuckCause;
import dev.chanlint.rules.StuckRule;

/** A goroutine that can block for good in a send. */
public final class LeakSend extends StuckRule {

  /** The rule. */
  public LeakSend() {
    super("leak-send", Category.LEAK, StuckCause.SEND);
  }

  @Override
  protected String message(Knot knot, Waiting culprit) {
    return subjectOf(culprit)
        + " can block for good in this "
        + culprit.operation().word()
        + " on "
        + objectOf(culprit)
        + ": no receiver is left for its value";
  }
}

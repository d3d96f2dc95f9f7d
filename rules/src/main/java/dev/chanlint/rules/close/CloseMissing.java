package dev.chanlint.rules.close;

import dev.chanlint.model.Knot;
import dev.chanlint.model.Waiting;
import dev.chanlint.rules.Category;
import dev.chanlint.rules.StuckCause;
import dev.chanlint.rules.StuckRule;

/** A channel that is ranged over and that nobody closes. */
public final class CloseMissing extends StuckRule {

  /** The rule. */
  public CloseMissing() {
    super("close-missing", Category.CLOSE, StuckCause.MISSING_CLOSE);
  }

  @Override
  protected String message(Knot knot, Waiting culprit) {
    return subjectOf(culprit)
        + " can wait for good in this loop over "
        + objectOf(culprit)
        + ": all its senders have ended and none closed it";
  }
}

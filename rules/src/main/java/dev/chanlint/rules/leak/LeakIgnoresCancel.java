package dev.chanlint.rules.leak;

import dev.chanlint.model.Knot;
import dev.chanlint.model.Subject;
import dev.chanlint.model.Waiting;
import dev.chanlint.rules.Category;
import dev.chanlint.rules.StuckCause;
import dev.chanlint.rules.StuckRule;
import java.util.Objects;

/** A blocking operation that does not watch the stop channel that its peers obey. */
public final class LeakIgnoresCancel extends StuckRule {

  /** The rule. */
  public LeakIgnoresCancel() {
    super("leak-ignores-cancel", Category.LEAK, StuckCause.IGNORES_CANCEL);
  }

  @Override
  protected String message(Knot knot, Waiting culprit) {
    Subject ignored = Objects.requireNonNull(culprit.ignored());
    return subjectOf(culprit)
        + " can block for good in this "
        + culprit.operation().word()
        + " on "
        + objectOf(culprit)
        + ": it does not watch "
        + ignored.description()
        + ", at whose close the others leave";
  }
}

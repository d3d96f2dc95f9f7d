package dev.chanlint.rules.misuse;

import dev.chanlint.model.Knot;
import dev.chanlint.model.Subject;
import dev.chanlint.model.Waiting;
import dev.chanlint.model.code.Position;
import dev.chanlint.rules.Category;
import dev.chanlint.rules.StuckCause;
import dev.chanlint.rules.StuckRule;
import java.util.Objects;

/** A send that does not wait and so can lose the only wake-up. */
public final class MisuseLostNotification extends StuckRule {

  /** The rule. */
  public MisuseLostNotification() {
    super("misuse-lost-notification", Category.MISUSE, StuckCause.LOST_NOTIFICATION);
  }

  @Override
  protected String message(Knot knot, Waiting culprit) {
    return "This send is lost if nobody waits for it yet: "
        + culprit.routine().description()
        + " then waits for good at line "
        + culprit.at().line()
        + " on "
        + objectOf(culprit);
  }

  @Override
  protected Position site(Knot knot, Waiting culprit) {
    return send(culprit).at();
  }

  @Override
  protected String function(Knot knot, Waiting culprit) {
    return send(culprit).function();
  }

  private static Subject.Event send(Waiting culprit) {
    return Objects.requireNonNull(StuckCause.lostNotification(culprit));
  }
}

package dev.chanlint.rules.deadlock;

import dev.chanlint.model.Knot;
import dev.chanlint.model.Waiting;
import dev.chanlint.model.code.Position;
import dev.chanlint.rules.Category;
import dev.chanlint.rules.StuckCause;
import dev.chanlint.rules.StuckRule;

/** A path that leaves a lock held. */
public final class DeadlockMissingUnlock extends StuckRule {

  /** The rule. */
  public DeadlockMissingUnlock() {
    super("deadlock-missing-unlock", Category.DEADLOCK, StuckCause.MISSING_UNLOCK);
  }

  @Override
  protected String message(Knot knot, Waiting culprit) {
    return "A path from here ends without giving back "
        + objectOf(culprit)
        + ": "
        + culprit.routine().description()
        + " waits for it for good at line "
        + culprit.at().line();
  }

  @Override
  protected Position site(Knot knot, Waiting culprit) {
    return knot.holders().isEmpty() ? culprit.at() : knot.holders().getFirst().at();
  }
}

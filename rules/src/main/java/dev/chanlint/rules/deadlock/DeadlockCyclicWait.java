package dev.chanlint.rules.deadlock;

import dev.chanlint.model.Knot;
import dev.chanlint.model.Waiting;
import dev.chanlint.rules.Category;
import dev.chanlint.rules.StuckCause;
import dev.chanlint.rules.StuckRule;

/** Goroutines that wait for one another in a ring. */
public final class DeadlockCyclicWait extends StuckRule {

  /** The rule. */
  public DeadlockCyclicWait() {
    super("deadlock-cyclic-wait", Category.DEADLOCK, StuckCause.CYCLIC_WAIT);
  }

  @Override
  protected String message(Knot knot, Waiting culprit) {
    return subjectOf(culprit)
        + " waits in this "
        + culprit.operation().word()
        + " on "
        + objectOf(culprit)
        + " for one that waits for it in turn: "
        + knot.members().size()
        + " goroutines wait in a ring";
  }
}

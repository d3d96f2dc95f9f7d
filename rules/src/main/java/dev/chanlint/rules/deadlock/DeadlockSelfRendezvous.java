package dev.chanlint.rules.deadlock;

import dev.chanlint.model.Knot;
import dev.chanlint.model.Waiting;
import dev.chanlint.rules.Category;
import dev.chanlint.rules.StuckCause;
import dev.chanlint.rules.StuckRule;

/** A channel operation whose only partner would be the same goroutine, later. */
public final class DeadlockSelfRendezvous extends StuckRule {

  /** The rule. */
  public DeadlockSelfRendezvous() {
    super("deadlock-self-rendezvous", Category.DEADLOCK, StuckCause.SELF_RENDEZVOUS);
  }

  @Override
  protected String message(Knot knot, Waiting culprit) {
    return subjectOf(culprit)
        + " blocks in this "
        + culprit.operation().word()
        + " on "
        + objectOf(culprit)
        + ": only it would serve that, further on";
  }
}

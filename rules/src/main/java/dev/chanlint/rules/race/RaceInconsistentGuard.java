package dev.chanlint.rules.race;

import dev.chanlint.model.Race;
import dev.chanlint.rules.RaceCause;
import dev.chanlint.rules.RaceRule;

/** State guarded by a lock in most places and not in this one. */
public final class RaceInconsistentGuard extends RaceRule {

  /** The rule. */
  public RaceInconsistentGuard() {
    super("race-inconsistent-guard", RaceCause.INCONSISTENT_GUARD);
  }

  @Override
  protected String message(Race race, Race.Site culprit, Race.Site other) {
    return conflict(race, culprit, other)
        + " can happen at the same time: other accesses hold a lock that is not held here";
  }
}

package dev.chanlint.rules.race;

import dev.chanlint.model.Race;
import dev.chanlint.model.code.Position;
import dev.chanlint.rules.RaceCause;
import dev.chanlint.rules.RaceRule;

/** State guarded by a lock in most places and not in this one; a write under the read lock. */
public final class RaceInconsistentGuard extends RaceRule {

  /** The rule. */
  public RaceInconsistentGuard() {
    super("race-inconsistent-guard", RaceCause.INCONSISTENT_GUARD);
  }

  private static boolean holdsForReading(Race race, Race.Site culprit) {
    Position guard = RaceCause.guard(race);
    return guard != null && culprit.sharedLocks().contains(guard);
  }

  @Override
  protected String message(Race race, Race.Site culprit, Race.Site other) {
    return conflict(race, culprit, other)
        + " can happen at the same time: "
        + (holdsForReading(race, culprit)
            ? "the lock is held for reading only"
            : "other accesses hold a lock that is not held here");
  }
}

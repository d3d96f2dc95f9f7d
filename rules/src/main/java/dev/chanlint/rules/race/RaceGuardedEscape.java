package dev.chanlint.rules.race;

import dev.chanlint.model.Race;
import dev.chanlint.rules.RaceCause;
import dev.chanlint.rules.RaceRule;

/** A guarded reference kept and used after the unlock. */
public final class RaceGuardedEscape extends RaceRule {

  /** The rule. */
  public RaceGuardedEscape() {
    super("race-guarded-escape", RaceCause.GUARDED_ESCAPE);
  }

  @Override
  protected String message(Race race, Race.Site culprit, Race.Site other) {
    return conflict(race, culprit, other)
        + " can happen at the same time: what was read under a lock is used after the unlock";
  }
}

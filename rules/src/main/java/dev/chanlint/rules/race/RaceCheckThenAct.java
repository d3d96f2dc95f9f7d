package dev.chanlint.rules.race;

import dev.chanlint.model.Race;
import dev.chanlint.rules.RaceCause;
import dev.chanlint.rules.RaceRule;

/** Test-then-set without a lock across both. */
public final class RaceCheckThenAct extends RaceRule {

  /** The rule. */
  public RaceCheckThenAct() {
    super("race-check-then-act", RaceCause.CHECK_THEN_ACT);
  }

  @Override
  protected String message(Race race, Race.Site culprit, Race.Site other) {
    return conflict(race, culprit, other)
        + " can happen at the same time: the test and the assignment that follows it are not one step";
  }
}

package dev.chanlint.rules.race;

import dev.chanlint.model.Race;
import dev.chanlint.rules.RaceCause;
import dev.chanlint.rules.RaceRule;

/** State that two goroutines reach, one of them writing, without lock or order. */
public final class RaceUnguarded extends RaceRule {

  /** The rule. */
  public RaceUnguarded() {
    super("race-unguarded", RaceCause.UNGUARDED);
  }

  @Override
  protected String message(Race race, Race.Site culprit, Race.Site other) {
    return conflict(race, culprit, other)
        + " can happen at the same time: no lock and no happens-before orders them";
  }
}

package dev.chanlint.rules.race;

import dev.chanlint.model.Race;
import dev.chanlint.rules.RaceCause;
import dev.chanlint.rules.RaceRule;

/** A mutable object captured by a goroutine and written by its spawner afterwards. */
public final class RaceCaptured extends RaceRule {

  /** The rule. */
  public RaceCaptured() {
    super("race-captured", RaceCause.CAPTURED);
  }

  @Override
  protected String message(Race race, Race.Site culprit, Race.Site other) {
    return conflict(race, culprit, other)
        + " can happen at the same time: the goroutine captured what its spawner goes on changing";
  }
}

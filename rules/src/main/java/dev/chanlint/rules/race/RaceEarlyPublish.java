package dev.chanlint.rules.race;

import dev.chanlint.model.Race;
import dev.chanlint.rules.RaceCause;
import dev.chanlint.rules.RaceRule;

/** A goroutine started before what is shared with it is assigned. */
public final class RaceEarlyPublish extends RaceRule {

  /** The rule. */
  public RaceEarlyPublish() {
    super("race-early-publish", RaceCause.EARLY_PUBLISH);
  }

  @Override
  protected String message(Race race, Race.Site culprit, Race.Site other) {
    return conflict(race, culprit, other)
        + " can happen at the same time: the goroutine is started before the assignment";
  }
}

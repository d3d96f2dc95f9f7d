package dev.chanlint.rules.race;

import dev.chanlint.model.Race;
import dev.chanlint.rules.RaceCause;
import dev.chanlint.rules.RaceRule;

/**
 * A goroutine started before what it reads is assigned; {@code this} escaping from a constructor.
 */
public final class RaceEarlyPublish extends RaceRule {

  /** The rule. */
  public RaceEarlyPublish() {
    super("race-early-publish", RaceCause.EARLY_PUBLISH);
  }

  @Override
  protected String message(Race race, Race.Site culprit, Race.Site other) {
    return conflict(race, culprit, other)
        + " can happen at the same time: "
        + (race.location().isLate()
            ? "the object is shared before its constructor is done"
            : "the goroutine is started before the assignment");
  }
}

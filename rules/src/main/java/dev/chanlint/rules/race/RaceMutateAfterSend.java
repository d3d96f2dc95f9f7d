package dev.chanlint.rules.race;

import dev.chanlint.model.Race;
import dev.chanlint.rules.RaceCause;
import dev.chanlint.rules.RaceRule;
import java.util.Objects;

/** An object changed by its sender after it was sent. */
public final class RaceMutateAfterSend extends RaceRule {

  /** The rule. */
  public RaceMutateAfterSend() {
    super("race-mutate-after-send", RaceCause.MUTATED_AFTER_SEND);
  }

  @Override
  protected String message(Race race, Race.Site culprit, Race.Site other) {
    return conflict(race, culprit, other)
        + " can happen at the same time: the object was sent at line "
        + Objects.requireNonNull(culprit.sentAt()).line()
        + " and belongs to its receiver since";
  }
}

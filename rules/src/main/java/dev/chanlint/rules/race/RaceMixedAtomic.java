package dev.chanlint.rules.race;

import dev.chanlint.model.Race;
import dev.chanlint.rules.RaceCause;
import dev.chanlint.rules.RaceRule;

/** One location accessed both atomically and plainly, or updated by a read and a write. */
public final class RaceMixedAtomic extends RaceRule {

  /** The rule. */
  public RaceMixedAtomic() {
    super("race-mixed-atomic", RaceCause.MIXED_ATOMIC);
  }

  @Override
  protected String message(Race race, Race.Site culprit, Race.Site other) {
    if (culprit.isAtomic() && other.isAtomic()) {
      return "This update of "
          + race.location().description()
          + " is a read and a write, each atomic alone: the write at line "
          + other.at().line()
          + " can come between the two and is lost";
    }
    return conflict(race, culprit, other)
        + " can happen at the same time: one of them is atomic and the other is plain";
  }
}

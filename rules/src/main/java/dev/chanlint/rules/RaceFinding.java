package dev.chanlint.rules;

import dev.chanlint.model.Race;
import dev.chanlint.model.code.Position;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A race as a finding. */
public final class RaceFinding {

  private RaceFinding() {}

  /**
   * Makes the finding.
   *
   * @param rule the id of the rule that reports it
   * @param race the race
   * @param culprit the access that it is about
   * @param opponent one that this is in conflict with
   * @param message what goes wrong
   * @return the finding, at the culprit
   */
  public static Finding of(
      String rule, Race race, Race.Site culprit, Race.Site opponent, String message) {
    List<Finding.Related> related = new ArrayList<>();
    Position madeAt = race.location().madeAt();
    if (madeAt != null) {
      related.add(new Finding.Related(madeAt, "the object is made here"));
    }
    related.add(
        new Finding.Related(
            opponent.at(),
            "conflicting "
                + race.location().word(opponent)
                + " by "
                + opponent.routine().description()));
    Set<Position> spawns = new LinkedHashSet<>(culprit.routine().spawns());
    spawns.addAll(opponent.routine().spawns());
    return new Finding(
        rule,
        message,
        culprit.at(),
        culprit.function(),
        related,
        List.copyOf(spawns),
        subject(race.location()) + " in " + culprit.function());
  }

  /**
   * What a finding about a location is about: a field keeps its name, a variable may be renamed
   * without being another.
   *
   * @param location the location
   * @return the text for the fingerprint
   */
  public static String subject(Race.Location location) {
    return switch (location.kind()) {
      case FIELD, STATIC -> location.description();
      case ELEMENT, COLLECTION, COUNTER -> location.kind().toString();
    };
  }
}

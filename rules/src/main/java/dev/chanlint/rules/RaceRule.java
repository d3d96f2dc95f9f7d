package dev.chanlint.rules;

import dev.chanlint.model.ProgramModel;
import dev.chanlint.model.Race;
import dev.chanlint.model.code.Position;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A rule about accesses that are not ordered, for one cause. */
public abstract class RaceRule extends BasicRule {

  private final RaceCause cause;

  /**
   * A rule.
   *
   * @param id its stable name
   * @param cause why the accesses that it reports are not ordered
   */
  protected RaceRule(String id, RaceCause cause) {
    super(id, Category.RACE, Level.WARNING, Set.of(Fault.RACE));
    this.cause = cause;
  }

  @Override
  public final List<Finding> check(ProgramModel model) {
    return atEachPlace(model.races().filter(r -> RaceCause.of(r) == cause).map(this::finding));
  }

  /**
   * What goes wrong.
   *
   * @param race the race
   * @param culprit the access that the finding is about
   * @param other one that it is in conflict with
   * @return the message
   */
  protected abstract String message(Race race, Race.Site culprit, Race.Site other);

  private Finding finding(Race race) {
    Race.Site culprit = RaceCause.culprit(race);
    Race.Site other = other(race, culprit);
    List<Finding.Related> related = new ArrayList<>();
    Position madeAt = race.location().madeAt();
    if (madeAt != null) {
      related.add(new Finding.Related(madeAt, "the object is made here"));
    }
    related.add(
        new Finding.Related(
            other.at(), "conflicting " + other.word() + " by " + other.routine().description()));
    Set<Position> spawns = new LinkedHashSet<>(culprit.routine().spawns());
    spawns.addAll(other.routine().spawns());
    return new Finding(
        id(),
        message(race, culprit, other),
        culprit.at(),
        culprit.function(),
        related,
        List.copyOf(spawns),
        race.location().description() + " in " + culprit.function());
  }

  private static Race.Site other(Race race, Race.Site culprit) {
    for (Race.Pair pair : race.pairs()) {
      if (pair.first().equals(culprit)) {
        return pair.second();
      }
      if (pair.second().equals(culprit)) {
        return pair.first();
      }
    }
    return race.pairs().getFirst().first();
  }

  /**
   * Names the two accesses.
   *
   * @param race the race
   * @param culprit the one
   * @param other the other
   * @return the start of a message
   */
  protected static String conflict(Race race, Race.Site culprit, Race.Site other) {
    return "This "
        + culprit.word()
        + " of "
        + race.location().description()
        + " and the "
        + other.word()
        + " at line "
        + other.at().line();
  }
}

package dev.chanlint.rules;

import dev.chanlint.model.ProgramModel;
import dev.chanlint.model.Race;
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
    Race.Site opponent = RaceCause.opponent(race, culprit);
    return RaceFinding.of(id(), race, culprit, opponent, message(race, culprit, opponent));
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

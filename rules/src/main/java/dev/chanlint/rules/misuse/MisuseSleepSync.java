package dev.chanlint.rules.misuse;

import dev.chanlint.model.ProgramModel;
import dev.chanlint.model.Race;
import dev.chanlint.model.code.Position;
import dev.chanlint.rules.BasicRule;
import dev.chanlint.rules.Category;
import dev.chanlint.rules.Fault;
import dev.chanlint.rules.Finding;
import dev.chanlint.rules.Level;
import dev.chanlint.rules.RaceCause;
import dev.chanlint.rules.RaceFinding;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Order that rests on a sleep. */
public final class MisuseSleepSync extends BasicRule {

  /** The rule. */
  public MisuseSleepSync() {
    super("misuse-sleep-sync", Category.MISUSE, Level.WARNING, Set.of(Fault.RACE));
  }

  @Override
  public List<Finding> check(ProgramModel model) {
    return atEachPlace(
        model.races().filter(r -> RaceCause.of(r) == RaceCause.SLEEP).map(this::finding));
  }

  private Finding finding(Race race) {
    Race.Pair pair = Objects.requireNonNull(RaceCause.sleeping(race));
    Position sleep = Objects.requireNonNull(pair.sleep());
    Set<Position> spawns = new LinkedHashSet<>(pair.first().routine().spawns());
    spawns.addAll(pair.second().routine().spawns());
    return new Finding(
        id(),
        "This sleep is all that is to order the "
            + pair.first().word()
            + " of "
            + race.location().description()
            + " at line "
            + pair.first().at().line()
            + " and the "
            + pair.second().word()
            + " at line "
            + pair.second().at().line()
            + ": it orders nothing",
        sleep,
        pair.second().function(),
        List.of(related(pair.first()), related(pair.second())),
        List.copyOf(spawns),
        RaceFinding.subject(race.location()) + " by sleep in " + pair.second().function());
  }

  private static Finding.Related related(Race.Site site) {
    return new Finding.Related(site.at(), site.word() + " by " + site.routine().description());
  }
}

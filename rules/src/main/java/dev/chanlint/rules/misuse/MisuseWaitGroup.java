package dev.chanlint.rules.misuse;

import dev.chanlint.model.Panic;
import dev.chanlint.model.ProgramModel;
import dev.chanlint.model.Race;
import dev.chanlint.rules.Category;
import dev.chanlint.rules.Fault;
import dev.chanlint.rules.Finding;
import dev.chanlint.rules.PanicRule;
import dev.chanlint.rules.RaceCause;
import dev.chanlint.rules.RaceFinding;
import java.util.Set;
import java.util.stream.Stream;

/** A counter that can go below zero, or that goes up from zero beside an await. */
public final class MisuseWaitGroup extends PanicRule {

  /** The rule. */
  public MisuseWaitGroup() {
    super("misuse-waitgroup", Category.MISUSE, Set.of(Fault.PANIC, Fault.RACE));
  }

  @Override
  protected Stream<Finding> findings(ProgramModel model) {
    Stream<Finding> lateAdds =
        model.races().filter(race -> RaceCause.of(race) == RaceCause.LATE_ADD).map(this::lateAdd);
    return Stream.concat(super.findings(model), lateAdds);
  }

  @Override
  protected boolean isMine(Panic panic) {
    return panic.message().equals("sync: negative WaitGroup counter");
  }

  @Override
  protected String message(Panic panic) {
    return "This can take the counter of " + objectOf(panic) + " below zero, which panics";
  }

  private Finding lateAdd(Race race) {
    Race.Pair pair = race.pairs().getFirst();
    Race.Site add = pair.first().isWrite() ? pair.second() : pair.first();
    Race.Site await = RaceCause.opponent(race, add);
    String message =
        "Nothing orders this add to "
            + race.location().description()
            + " with the await at line "
            + await.at().line()
            + ", which may return before it";
    return RaceFinding.of(id(), race, add, await, message);
  }
}

package dev.chanlint.rules.leak;

import dev.chanlint.model.Endless;
import dev.chanlint.model.ProgramModel;
import dev.chanlint.rules.BasicRule;
import dev.chanlint.rules.Category;
import dev.chanlint.rules.Fault;
import dev.chanlint.rules.Finding;
import dev.chanlint.rules.Level;
import java.util.List;
import java.util.Set;

/** A goroutine with no way out. */
public final class LeakEndless extends BasicRule {

  /** The rule. */
  public LeakEndless() {
    super("leak-endless", Category.LEAK, Level.WARNING, Set.of(Fault.LEAK, Fault.LIVELOCK));
  }

  @Override
  public List<Finding> check(ProgramModel model) {
    return atEachPlace(model.endless().map(this::finding));
  }

  private Finding finding(Endless endless) {
    String why =
        endless.hasNoWayOut()
            ? "the loop that it is in has no exit"
            : "nothing is left that would let it leave its loop";
    return new Finding(
        id(),
        "The goroutine started here runs for ever: " + why,
        endless.spawnedAt(),
        endless.spawner(),
        List.of(new Finding.Related(endless.at(), "the loop")),
        endless.routine().spawns(),
        "endless in " + endless.function());
  }
}

package dev.chanlint.rules.misuse;

import dev.chanlint.model.ProgramModel;
import dev.chanlint.model.Spin;
import dev.chanlint.rules.BasicRule;
import dev.chanlint.rules.Category;
import dev.chanlint.rules.Fault;
import dev.chanlint.rules.Finding;
import dev.chanlint.rules.Level;
import java.util.List;
import java.util.Set;

/** A loop that waits without a pause. */
public final class MisuseSpin extends BasicRule {

  /** The rule. */
  public MisuseSpin() {
    super("misuse-spin", Category.MISUSE, Level.WARNING, Set.of(Fault.LIVELOCK));
  }

  @Override
  public boolean isStructural() {
    return true;
  }

  @Override
  public List<Finding> check(ProgramModel model) {
    return atEachPlace(model.spins().map(this::finding));
  }

  private Finding finding(Spin spin) {
    return new Finding(
        id(),
        "Here "
            + spin.routine().description()
            + " goes round its loop again and again, without a pause and to no effect, until another"
            + " one does something",
        spin.at(),
        spin.function(),
        List.of(),
        spin.routine().spawns(),
        "spin in " + spin.function());
  }
}

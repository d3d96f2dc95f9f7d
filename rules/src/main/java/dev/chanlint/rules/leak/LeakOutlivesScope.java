package dev.chanlint.rules.leak;

import dev.chanlint.model.Outliving;
import dev.chanlint.model.ProgramModel;
import dev.chanlint.rules.BasicRule;
import dev.chanlint.rules.Category;
import dev.chanlint.rules.Fault;
import dev.chanlint.rules.Finding;
import dev.chanlint.rules.Level;
import java.util.List;
import java.util.Set;

/** A goroutine whose work is lost when main returns. */
public final class LeakOutlivesScope extends BasicRule {

  /** The rule. */
  public LeakOutlivesScope() {
    super(
        "leak-outlives-scope",
        Category.LEAK,
        Level.WARNING,
        Set.of(Fault.ABANDONED, Fault.PANIC, Fault.LEAK));
  }

  @Override
  public List<Finding> check(ProgramModel model) {
    return atEachPlace(model.outlivings().map(this::finding));
  }

  private Finding finding(Outliving outliving) {
    return new Finding(
        id(),
        message(outliving),
        outliving.spawnedAt(),
        outliving.function(),
        List.of(
            new Finding.Related(
                outliving.effect(),
                outliving.isUseAfterEnd() ? "used here after its end" : "may never be reached")),
        outliving.routine().spawns(),
        "go in " + outliving.function());
  }

  private static String message(Outliving outliving) {
    return outliving.isUseAfterEnd()
        ? "The goroutine started here can outlive what it uses at line "
            + outliving.effect().line()
            + ", which another goroutine closes without waiting for it"
        : "The main goroutine can return while the goroutine started here still has work to do:"
            + " what it would print at line "
            + outliving.effect().line()
            + " is lost";
  }
}

package dev.chanlint.rules.leak;

import dev.chanlint.model.Outliving;
import dev.chanlint.model.ProgramModel;
import dev.chanlint.model.code.Position;
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
        related(outliving),
        outliving.routine().spawns(),
        "go in " + outliving.function());
  }

  private static List<Finding.Related> related(Outliving outliving) {
    Position failure = outliving.failure();
    if (failure == null) {
      return List.of(new Finding.Related(outliving.effect(), "may never be reached"));
    }
    Finding.Related use = new Finding.Related(outliving.effect(), "used here after its end");
    return failure.equals(outliving.effect())
        ? List.of(use)
        : List.of(use, new Finding.Related(failure, "fails here"));
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

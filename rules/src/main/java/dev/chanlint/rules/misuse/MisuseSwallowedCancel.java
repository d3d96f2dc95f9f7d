package dev.chanlint.rules.misuse;

import dev.chanlint.model.ProgramModel;
import dev.chanlint.model.Swallowed;
import dev.chanlint.rules.BasicRule;
import dev.chanlint.rules.Category;
import dev.chanlint.rules.Finding;
import dev.chanlint.rules.Level;
import java.util.List;
import java.util.Set;

/** A caught interruption that neither ends the goroutine nor is passed on. */
public final class MisuseSwallowedCancel extends BasicRule {

  /** The rule. */
  public MisuseSwallowedCancel() {
    super("misuse-swallowed-cancel", Category.MISUSE, Level.WARNING, Set.of());
  }

  @Override
  public List<Finding> check(ProgramModel model) {
    return atEachPlace(model.swallowedInterruptions().map(this::finding));
  }

  private Finding finding(Swallowed swallowed) {
    return new Finding(
        id(),
        "The "
            + swallowed.type()
            + " that is caught here is forgotten: the goroutine goes on, and waits again at line "
            + swallowed.goesOn().line(),
        swallowed.at(),
        swallowed.function(),
        List.of(new Finding.Related(swallowed.goesOn(), "waits again here")),
        List.of(),
        swallowed.type() + " in " + swallowed.function());
  }
}

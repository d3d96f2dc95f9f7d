package dev.chanlint.rules.close;

import dev.chanlint.model.Panic;
import dev.chanlint.model.Subject;
import dev.chanlint.rules.Category;
import dev.chanlint.rules.PanicRule;

/** Two closes of one channel that can both run. */
public final class CloseTwice extends PanicRule {

  /** The rule. */
  public CloseTwice() {
    super("close-twice", Category.CLOSE);
  }

  @Override
  protected boolean isMine(Panic panic) {
    return panic.message().equals("close of closed channel");
  }

  @Override
  protected String message(Panic panic) {
    Subject subject = panic.subject();
    int first =
        subject == null
            ? 0
            : subject.all(dev.chanlint.model.machine.Operation.CLOSE).stream()
                .findFirst()
                .map(e -> e.at().line())
                .orElse(0);
    return "This close of "
        + objectOf(panic)
        + " can come after the one at line "
        + first
        + ", and then panics";
  }
}

package dev.chanlint.rules.race;

import dev.chanlint.model.Panic;
import dev.chanlint.rules.Category;
import dev.chanlint.rules.PanicRule;
import java.util.Objects;

/**
 * The use of what another goroutine has closed, stopped or taken away, though each access is
 * locked.
 */
public final class OrderUseAfterTeardown extends PanicRule {

  /** The rule. */
  public OrderUseAfterTeardown() {
    super("order-use-after-teardown", Category.RACE);
  }

  @Override
  protected boolean isMine(Panic panic) {
    return panic.teardown() != null && !panic.isOfClosed();
  }

  @Override
  protected String message(Panic panic) {
    Panic.Teardown teardown = Objects.requireNonNull(panic.teardown());
    return "What is used here may be gone: nothing keeps "
        + teardown.by().description()
        + " from ending it at line "
        + teardown.at().line()
        + " before";
  }
}

package dev.chanlint.rules.misuse;

import dev.chanlint.model.Panic;
import dev.chanlint.rules.Category;
import dev.chanlint.rules.PanicRule;

/** What a receive gave is used though the channel may be closed. */
public final class MisuseIgnoredClose extends PanicRule {

  /** The rule. */
  public MisuseIgnoredClose() {
    super("misuse-ignored-close", Category.MISUSE);
  }

  @Override
  protected boolean isMine(Panic panic) {
    return panic.isOfClosed();
  }

  @Override
  protected String message(Panic panic) {
    return "What was received from "
        + objectOf(panic)
        + " is used here as if it were always a value: once the channel is closed it is null";
  }
}

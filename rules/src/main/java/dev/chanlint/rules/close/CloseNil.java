package dev.chanlint.rules.close;

import dev.chanlint.model.Panic;
import dev.chanlint.rules.Category;
import dev.chanlint.rules.PanicRule;

/** The close of the nil channel. */
public final class CloseNil extends PanicRule {

  /** The rule. */
  public CloseNil() {
    super("close-nil", Category.CLOSE);
  }

  @Override
  protected boolean isMine(Panic panic) {
    return panic.message().equals("close of nil channel");
  }

  @Override
  protected String message(Panic panic) {
    return "This closes " + objectOf(panic) + ", which panics";
  }
}

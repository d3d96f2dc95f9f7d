package dev.chanlint.rules.close;

import dev.chanlint.model.Panic;
import dev.chanlint.model.Subject;
import dev.chanlint.rules.Category;
import dev.chanlint.rules.PanicRule;

/** A send that can come after the close. */
public final class CloseBeforeSend extends PanicRule {

  /** The rule. */
  public CloseBeforeSend() {
    super("close-before-send", Category.CLOSE);
  }

  @Override
  protected boolean isMine(Panic panic) {
    return panic.message().equals("send on closed channel");
  }

  @Override
  protected String message(Panic panic) {
    Subject.Event close = close(panic);
    String where =
        close == null
            ? "a close"
            : "the close at line " + close.at().line() + " by " + close.by().description();
    return "This send on " + objectOf(panic) + " can come after " + where + ", and then panics";
  }
}

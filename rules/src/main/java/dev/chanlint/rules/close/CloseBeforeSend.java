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

  /**
   * A send in a select has a line of its own in it; the close, then, is the one place to point at.
   */
  @Override
  protected Site site(Panic panic) {
    Subject.Event close = close(panic);
    return panic.inSelect() && close != null
        ? new Site(close.at(), close.function())
        : super.site(panic);
  }

  @Override
  protected String message(Panic panic) {
    Subject.Event close = close(panic);
    if (panic.inSelect() && close != null) {
      return "The send in the select at line "
          + panic.at().line()
          + " can come after this close of "
          + objectOf(panic)
          + ", and then panics";
    }
    String where =
        close == null
            ? "a close"
            : "the close at line " + close.at().line() + " by " + close.by().description();
    return "This send on " + objectOf(panic) + " can come after " + where + ", and then panics";
  }
}

package dev.chanlint.rules.misuse;

import dev.chanlint.model.Panic;
import dev.chanlint.rules.Category;
import dev.chanlint.rules.PanicRule;

/** An unlock on a path that holds nothing. */
public final class MisuseUnlockNotHeld extends PanicRule {

  /** The rule. */
  public MisuseUnlockNotHeld() {
    super("misuse-unlock-not-held", Category.MISUSE);
  }

  @Override
  protected boolean isMine(Panic panic) {
    return panic.type().equals("java.lang.IllegalMonitorStateException");
  }

  @Override
  protected String message(Panic panic) {
    return "This gives back " + objectOf(panic) + " on a path that does not hold it, which panics";
  }
}

package dev.chanlint.rules.misuse;

import dev.chanlint.model.Panic;
import dev.chanlint.rules.Category;
import dev.chanlint.rules.PanicRule;

/** A counter that can go below zero. */
public final class MisuseWaitGroup extends PanicRule {

  /** The rule. */
  public MisuseWaitGroup() {
    super("misuse-waitgroup", Category.MISUSE);
  }

  @Override
  protected boolean isMine(Panic panic) {
    return panic.message().equals("sync: negative WaitGroup counter");
  }

  @Override
  protected String message(Panic panic) {
    return "This can take the counter of " + objectOf(panic) + " below zero, which panics";
  }
}

package dev.chanlint.model.library;

import dev.chanlint.model.code.Position;
import dev.chanlint.model.machine.Operation;
import dev.chanlint.model.machine.Pending;

/** A sleep, or an offer to let others run. */
final class Pauses extends Pending {

  private final boolean sleeps;
  private final Runnable then;

  Pauses(boolean sleeps, Position at, Runnable then) {
    super(Operation.PAUSE, null, at);
    this.sleeps = sleeps;
    this.then = then;
  }

  @Override
  public boolean isReady() {
    return true;
  }

  @Override
  public boolean isTimed() {
    return sleeps;
  }

  @Override
  public boolean yields() {
    return !sleeps;
  }

  @Override
  public void perform() {
    then.run();
  }

  @Override
  public void force() {
    then.run();
  }
}

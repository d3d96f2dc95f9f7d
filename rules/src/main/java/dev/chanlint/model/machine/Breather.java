package dev.chanlint.model.machine;

import dev.chanlint.model.code.Position;

/** Lets others go on in between a long stretch of code without operations. */
final class Breather extends Pending {

  Breather(Position at) {
    super(Operation.RUN, null, at);
  }

  @Override
  public boolean isReady() {
    return true;
  }

  @Override
  public void perform() {}

  @Override
  public void force() {}

  @Override
  public boolean yields() {
    return true;
  }
}

package dev.chanlint.explorer.engine;

/** A loop without a visible operation that does not end: never enabled. */
final class Spin extends Operation {

  @Override
  public String state() {
    return "running";
  }

  @Override
  public String name() {
    return "loop";
  }

  @Override
  public boolean enabled(int alternative) {
    return false;
  }

  @Override
  public boolean isForeseeable() {
    return true;
  }

  @Override
  public void footprint(int alternative, Footprint into) {}

  @Override
  public void execute(int alternative) {}
}

package dev.chanlint.explorer.engine;

/**
 * A goroutine comes to a wait that an interrupt ends: one that came before does so whatever there
 * is, one that comes later only if there is nothing to take, or by chance.
 */
final class Arrival extends Operation {

  @Override
  public String state() {
    return "running";
  }

  @Override
  public String name() {
    return "come to wait";
  }

  @Override
  public boolean enabled(int alternative) {
    return true;
  }

  @Override
  public boolean isForeseeable() {
    return true;
  }

  @Override
  public void footprint(int alternative, Footprint into) {
    into.reads(goroutine().interruptCell());
  }

  @Override
  public void execute(int alternative) {}

  @Override
  public boolean changes(int alternative) {
    return false;
  }
}

package dev.chanlint.explorer.engine;

/** A draw of the code under test: any outcome is possible, and nothing else is touched. */
final class DataChoice extends Operation {

  private final String label;
  private final int bound;

  DataChoice(String label, int bound) {
    this.label = label;
    this.bound = bound;
  }

  @Override
  public String state() {
    return "running";
  }

  @Override
  public String name() {
    return label;
  }

  @Override
  public String value() {
    return Integer.toString(chosen());
  }

  @Override
  public int alternatives() {
    return bound;
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
  public void footprint(int alternative, Footprint into) {}

  @Override
  public void execute(int alternative) {}

  @Override
  public boolean changes(int alternative) {
    return false;
  }
}

package dev.chanlint.explorer.engine;

/** A write to standard output; writes are ordered. */
final class Print extends Operation {

  private final Execution execution;
  private final String text;

  Print(Execution execution, String text) {
    this.execution = execution;
    this.text = text;
  }

  @Override
  public String state() {
    return "running";
  }

  @Override
  public String name() {
    return "print";
  }

  @Override
  public String value() {
    return text.strip();
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
    into.writes(execution.outputCell());
  }

  @Override
  public void execute(int alternative) {
    execution.write(text);
  }
}

package dev.chanlint.explorer.engine;

/** Sets a timer: fixes its deadline among the others. */
final class Arm extends Operation {

  private final Execution execution;
  private final long nanos;
  private long deadline;

  Arm(Execution execution, long nanos) {
    this.execution = execution;
    this.nanos = nanos;
  }

  long deadline() {
    return deadline;
  }

  @Override
  public String state() {
    return "running";
  }

  @Override
  public String name() {
    return "set timer";
  }

  @Override
  public String value() {
    return nanos % 1_000_000 == 0 ? nanos / 1_000_000 + " ms" : nanos + " ns";
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
    into.readsClock();
  }

  @Override
  public void execute(int alternative) {
    long latest = NEVER - 1 - execution.now();
    deadline = execution.now() + Math.clamp(nanos, 0, latest);
  }

  @Override
  public boolean changes(int alternative) {
    return false;
  }
}

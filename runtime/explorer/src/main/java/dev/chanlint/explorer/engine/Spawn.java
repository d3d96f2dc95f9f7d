package dev.chanlint.explorer.engine;

import org.jspecify.annotations.Nullable;

/** Starts a goroutine, which then runs up to its first visible operation. */
final class Spawn extends Operation {

  private final Execution execution;
  private final String childName;
  private final Goroutine.Role role;
  private final Body body;
  private @Nullable Goroutine child;

  Spawn(Execution execution, String childName, Goroutine.Role role, Body body) {
    this.execution = execution;
    this.childName = childName;
    this.role = role;
    this.body = body;
  }

  Goroutine child() {
    if (child == null) {
      throw new IllegalStateException("not started");
    }
    return child;
  }

  @Override
  public boolean isDrivenByTime(int alternative) {
    return role == Goroutine.Role.TIMER;
  }

  @Override
  public String state() {
    return "running";
  }

  @Override
  public String name() {
    return role == Goroutine.Role.TIMER ? "start timer" : "go";
  }

  @Override
  public String value() {
    return child == null ? "" : child.toString();
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
    into.adds(execution.populationCell());
  }

  @Override
  public void execute(int alternative) {
    Goroutine parent = goroutine();
    VectorClock clock = new VectorClock();
    parent.release(clock);
    child = execution.start(parent, childName, role, body, parent.stack(), clock);
  }
}

package dev.chanlint.explorer.engine;

import org.jspecify.annotations.Nullable;

/**
 * Starts a goroutine, which then runs up to its first visible operation. If it is what something
 * was made for, as the goroutine of a thread is, nothing is started for that a second time.
 */
final class Spawn extends Operation {

  private final Execution execution;
  private final String childName;
  private final Goroutine.Role role;
  private final Body body;
  private final @Nullable Resource started;
  private @Nullable Goroutine child;

  /**
   * Makes one.
   *
   * @param started what is started; its cell is 1 from then on. Null if that is nothing but the
   *     goroutine
   */
  Spawn(
      Execution execution,
      String childName,
      Goroutine.Role role,
      Body body,
      @Nullable Resource started) {
    this.execution = execution;
    this.childName = childName;
    this.role = role;
    this.body = body;
    this.started = started;
  }

  /** What was started; null if it had been started before. */
  @Nullable Goroutine child() {
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
    if (started != null) {
      into.writes(started.cell());
    }
    if (!isStarted()) {
      into.adds(execution.populationCell());
    }
  }

  private boolean isStarted() {
    return started != null && execution.store().is(started.cell());
  }

  @Override
  public void execute(int alternative) {
    if (isStarted()) {
      return;
    }
    if (started != null) {
      execution.store().set(started.cell(), true);
    }
    Goroutine parent = goroutine();
    VectorClock clock = new VectorClock();
    parent.release(clock);
    child = execution.start(parent, childName, role, body, parent.stack(), clock);
  }
}

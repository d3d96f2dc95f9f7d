package dev.chanlint.explorer.operation;

import dev.chanlint.explorer.engine.Execution;
import dev.chanlint.explorer.engine.Footprint;
import dev.chanlint.explorer.engine.Operation;
import dev.chanlint.explorer.engine.Resource;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An operation put together from its parts: what it waits for, what it touches and what it does. It
 * may have a timeout and answer an interrupt, as further alternatives.
 */
public final class Action extends Operation {

  /** The alternative that does it. */
  public static final int DONE = 0;

  /** The alternative that gives up because the time is up. */
  public static final int TIMED_OUT = 1;

  /** The alternative that gives up because the goroutine was interrupted. */
  public static final int INTERRUPTED = 2;

  private final String state;
  private final String name;
  private final @Nullable Resource resource;
  private BooleanSupplier ready = () -> true;
  private Consumer<Footprint> footprint = f -> {};
  private Runnable effect = () -> {};
  private Runnable givingUp = () -> {};
  private boolean givesUpVisibly;
  private BooleanSupplier changes = () -> true;
  private boolean yields;
  private boolean foreseeable = true;
  private boolean interruptible;
  private long deadline = NEVER;

  /**
   * Makes one that can always be done, touches nothing and does nothing.
   *
   * @param state Go's word for waiting here
   * @param name what a witness calls it
   * @param resource what it acts on, or null
   */
  public Action(String state, String name, @Nullable Resource resource) {
    this.state = state;
    this.name = name;
    this.resource = resource;
  }

  /** Waits until this holds. */
  public Action when(BooleanSupplier condition) {
    ready = condition;
    foreseeable = false;
    return this;
  }

  /** Touches this. */
  public Action touching(Consumer<Footprint> accesses) {
    footprint = accesses;
    foreseeable = false;
    return this;
  }

  /** Touches a cell, for itself alone. */
  public Action writing(int cell) {
    footprint = f -> f.writes(cell);
    return this;
  }

  /** Reads a cell, and changes nothing. */
  public Action reading(int cell) {
    changes = () -> false;
    footprint = f -> f.reads(cell);
    return this;
  }

  /** What it waits for and touches depends on the store alone; see {@link #isForeseeable}. */
  public Action foreseeable() {
    foreseeable = true;
    return this;
  }

  /** Does this. */
  public Action then(Runnable execution) {
    effect = execution;
    return this;
  }

  /** Does this if it times out or is interrupted. */
  public Action orElse(Runnable execution) {
    givingUp = execution;
    givesUpVisibly = true;
    return this;
  }

  /** Whether doing it changes anything that another goroutine could see; it does if not told. */
  public Action changingIf(BooleanSupplier condition) {
    changes = condition;
    return this;
  }

  /** Gives way to others. */
  public Action yielding() {
    yields = true;
    changes = () -> false;
    return this;
  }

  /** Answers an interrupt. */
  public Action interruptible() {
    interruptible = true;
    return this;
  }

  /** Gives up at a time. */
  public Action until(long time) {
    deadline = time;
    return this;
  }

  /** Performs it on the calling goroutine; returns the alternative that was taken. */
  public int perform() {
    Execution.require().perform(this);
    return chosen();
  }

  @Override
  public String state() {
    return state;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public @Nullable Resource resource() {
    return resource;
  }

  @Override
  public String value() {
    return switch (chosen()) {
      case TIMED_OUT -> "timed out";
      case INTERRUPTED -> "interrupted";
      default -> "";
    };
  }

  @Override
  public int alternatives() {
    return interruptible ? 3 : deadline != NEVER ? 2 : 1;
  }

  @Override
  public boolean enabled(int alternative) {
    return switch (alternative) {
      case DONE -> !isInterruptedFirst() && ready.getAsBoolean();
      case TIMED_OUT -> deadline != NEVER && !isInterruptedFirst();
      default -> goroutine().isInterrupted();
    };
  }

  @Override
  protected boolean looksForInterruptFirst() {
    return interruptible;
  }

  @Override
  public boolean isForeseeable() {
    return foreseeable;
  }

  @Override
  public void footprint(int alternative, Footprint into) {
    footprint.accept(into);
    if (alternative == INTERRUPTED) {
      into.writes(goroutine().interruptCell());
    }
  }

  @Override
  public void interest(Footprint into) {
    footprint.accept(into);
    if (interruptible) {
      into.reads(goroutine().interruptCell());
    }
  }

  @Override
  public void execute(int alternative) {
    if (alternative == DONE) {
      effect.run();
    } else {
      givingUp.run();
    }
  }

  @Override
  public boolean changes(int alternative) {
    return alternative == DONE ? changes.getAsBoolean() : givesUpVisibly;
  }

  @Override
  public boolean yields() {
    return yields;
  }

  @Override
  public long deadline(int alternative) {
    return alternative == TIMED_OUT ? deadline : NEVER;
  }
}

package dev.chanlint.explorer.hook;

import dev.chanlint.explorer.engine.Footprint;
import dev.chanlint.explorer.engine.Goroutine;
import dev.chanlint.explorer.engine.Resource;
import org.jspecify.annotations.Nullable;

/** A wait for something, which an interrupt or a timeout may end. */
abstract class TimedWait extends Step {

  /** The alternative taken when what was waited for is there. */
  static final int READY = 0;

  /** The alternative taken on an interrupt. */
  static final int INTERRUPTED = 1;

  /** The alternative taken when the time is up. */
  static final int TIME_UP = 2;

  private final JavaThread waiter;
  private final long deadline;

  TimedWait(
      String name, @Nullable Resource resource, String state, JavaThread waiter, long deadline) {
    super(name, resource, state);
    this.waiter = waiter;
    this.deadline = deadline;
  }

  /** The deadline for a wait from now; {@link Long#MAX_VALUE} is for ever. */
  static long deadline(Goroutine self, long nanos) {
    return nanos == Long.MAX_VALUE ? NEVER : self.execution().arm(nanos);
  }

  /** Whether what is waited for is there. */
  abstract boolean ready();

  /** Adds what {@link #ready} and {@link #proceed} depend on and change. */
  abstract void dependsOn(Footprint into);

  /** Takes what was waited for. */
  void proceed() {}

  @Override
  protected boolean looksForInterruptFirst() {
    return true;
  }

  /** On the goroutine, after the wait: throws if an interrupt ended it. */
  final void throwIfInterrupted() throws InterruptedException {
    if (chosen() == INTERRUPTED) {
      throw waiter.answerInterrupt();
    }
  }

  @Override
  public final int alternatives() {
    return deadline == NEVER ? 2 : 3;
  }

  @Override
  public final boolean enabled(int alternative) {
    return switch (alternative) {
      case READY -> ready() && !isInterruptedFirst();
      case INTERRUPTED -> waiter.isInterrupted();
      default -> !ready() && !isInterruptedFirst();
    };
  }

  @Override
  public final long deadline(int alternative) {
    return alternative == TIME_UP ? deadline : NEVER;
  }

  @Override
  public final void footprint(int alternative, Footprint into) {
    touchInterrupt(alternative == INTERRUPTED, into);
    dependsOn(into);
  }

  @Override
  public final void execute(int alternative) {
    if (alternative == READY) {
      proceed();
    } else if (alternative == INTERRUPTED) {
      waiter.acquireInterrupt();
    }
  }
}

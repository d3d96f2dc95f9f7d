package dev.chanlint.explorer.juc;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** {@link CyclicBarrier}. */
public class BarrierModel extends CyclicBarrier {

  /** The number of the generation that those who come next belong to. */
  private final Stored generations = new Stored();

  /** Whether that is broken. */
  private final Stored broken = new Stored();

  private final PerExecution<Counter> state =
      new PerExecution<>(
          e ->
              new Counter(e, "CyclicBarrier", "CyclicBarrier.await")
                  .with(generations, 0)
                  .with(broken, 0));
  private final int parties;
  private final @Nullable Runnable action;
  private Generation generation = new Generation(0);

  /** One use of the barrier. */
  private static final class Generation {
    final long number;
    int arrived;
    boolean broken;

    Generation(long number) {
      this.number = number;
    }
  }

  /** {@link CyclicBarrier#CyclicBarrier(int)}. */
  public BarrierModel(int parties) {
    super(parties);
    this.parties = parties;
    this.action = null;
  }

  /** {@link CyclicBarrier#CyclicBarrier(int, Runnable)}. */
  public BarrierModel(int parties, @Nullable Runnable action) {
    super(parties, action);
    this.parties = parties;
    this.action = action;
  }

  @Override
  public int await() throws InterruptedException, BrokenBarrierException {
    try {
      return pass(Long.MAX_VALUE);
    } catch (TimeoutException e) {
      throw new IllegalStateException("a wait without a timeout timed out", e);
    }
  }

  @Override
  public int await(long timeout, TimeUnit unit)
      throws InterruptedException, BrokenBarrierException, TimeoutException {
    return pass(unit.toNanos(timeout));
  }

  private int pass(long nanos)
      throws InterruptedException, BrokenBarrierException, TimeoutException {
    int[] index = new int[1];
    Generation[] mine = new Generation[1];
    state
        .get()
        .change(
            "arrive",
            () -> {
              mine[0] = generation;
              mine[0].arrived++;
              index[0] = parties - mine[0].arrived;
            });
    if (mine[0].broken) {
      throw new BrokenBarrierException();
    }
    if (index[0] == 0) {
      trip(mine[0]);
    } else {
      await(mine[0], nanos);
    }
    return index[0];
  }

  /** The last to arrive runs the action before any goes on. */
  private void trip(Generation mine) {
    boolean ran = false;
    try {
      if (action != null) {
        action.run();
      }
      ran = true;
    } finally {
      if (!ran) {
        breakIt(mine);
      }
    }
    state.get().change("trip", this::beginNext);
  }

  private void beginNext() {
    generation = new Generation(generation.number + 1);
    generations.set(generation.number);
    broken.set(false);
  }

  private boolean isOver(Generation one) {
    return generations.get() > one.number || broken.is();
  }

  private void await(Generation mine, long nanos)
      throws InterruptedException, BrokenBarrierException, TimeoutException {
    try {
      if (!state.get().await("await", () -> isOver(mine), nanos)) {
        breakIt(mine);
        throw new TimeoutException();
      }
    } catch (InterruptedException e) {
      breakIt(mine);
      throw e;
    }
    if (mine.broken) {
      throw new BrokenBarrierException();
    }
  }

  private void breakIt(Generation mine) {
    state
        .get()
        .change(
            "break",
            () -> {
              if (mine == generation) {
                mine.broken = true;
                broken.set(true);
              }
            });
  }

  @Override
  public void reset() {
    state
        .get()
        .change(
            "reset",
            () -> {
              generation.broken = generation.arrived > 0;
              beginNext();
            });
  }

  @Override
  public boolean isBroken() {
    state.get().look("isBroken");
    return generation.broken;
  }

  @Override
  public int getNumberWaiting() {
    state.get().look("getNumberWaiting");
    return generation.arrived;
  }

  @Override
  public int getParties() {
    return parties;
  }
}

package dev.chanlint.explorer.juc;

import java.util.concurrent.Exchanger;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Stands for {@link Exchanger}: the second of two to come takes what the first has left. */
public class ExchangerModel<V extends @Nullable Object> {

  private final PerExecution<Counter> state =
      new PerExecution<>(e -> new Counter(e, "Exchanger", "Exchanger.exchange"));
  private @Nullable Offer<V> open;

  /** What one has brought, and, once it was met, what it gets for it. */
  private static final class Offer<V extends @Nullable Object> {
    private final V brought;
    private final Stored met = Stored.now();
    private @Nullable V got;

    Offer(V brought) {
      this.brought = brought;
    }
  }

  /** {@link Exchanger#Exchanger()}. */
  public ExchangerModel() {}

  /** {@link Exchanger#exchange(Object)}. */
  public @Nullable V exchange(V item) throws InterruptedException {
    Offer<V> mine = arrive(item);
    if (!mine.met.is()) {
      await(mine, Long.MAX_VALUE);
    }
    return mine.got;
  }

  /** {@link Exchanger#exchange(Object, long, TimeUnit)}. */
  public @Nullable V exchange(V item, long timeout, TimeUnit unit)
      throws InterruptedException, TimeoutException {
    Offer<V> mine = arrive(item);
    if (!mine.met.is() && !await(mine, unit.toNanos(timeout)) && !mine.met.is()) {
      throw new TimeoutException();
    }
    return mine.got;
  }

  private Offer<V> arrive(V item) throws InterruptedException {
    Offer<V> mine = new Offer<>(item);
    state.get().await("exchange", () -> true, () -> meetOrWait(mine), Long.MAX_VALUE);
    return mine;
  }

  private void meetOrWait(Offer<V> mine) {
    Offer<V> first = open;
    if (first == null) {
      open = mine;
      return;
    }
    open = null;
    mine.met.set(true);
    mine.got = first.brought;
    first.met.set(true);
    first.got = mine.brought;
  }

  private boolean await(Offer<V> mine, long nanos) throws InterruptedException {
    try {
      return state.get().await("await exchange", mine.met::is, nanos) || !withdraw(mine);
    } catch (InterruptedException e) {
      if (withdraw(mine)) {
        throw e;
      }
      dev.chanlint.explorer.hook.Threads.interrupt(
          dev.chanlint.explorer.hook.Threads.currentThread());
      return true;
    }
  }

  /** Takes the offer back, unless it was met at the last moment. */
  private boolean withdraw(Offer<V> mine) {
    return state.get().attempt("withdraw", () -> !mine.met.is(), () -> open = null);
  }
}

package dev.chanlint.analyzer.confirm;

import dev.chanlint.explorer.witness.Counts;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongUnaryOperator;

/**
 * What was spent of a limit. It is looked at before something is run, not while: what runs goes on
 * to its own end. Safe for use by several threads.
 */
public final class Account {

  private final Limit limit;
  private final LongUnaryOperator time;
  private final AtomicLong nanos = new AtomicLong();
  private final AtomicLong executions = new AtomicLong();

  private Account(Limit limit, LongUnaryOperator time) {
    this.limit = limit;
    this.time = time;
  }

  /**
   * One whose time is that of the explorations it is charged with, however many run at once.
   *
   * @param limit what may be spent
   * @return the account
   */
  public static Account ofWork(Limit limit) {
    return new Account(limit, charged -> charged);
  }

  /**
   * One whose time runs from now on, whatever is done.
   *
   * @param limit what may be spent
   * @return the account
   */
  public static Account ofTheClock(Limit limit) {
    long begin = System.nanoTime();
    return new Account(limit, charged -> System.nanoTime() - begin);
  }

  /**
   * Takes note of an exploration.
   *
   * @param took how long it took
   * @param count how many executions it ran
   */
  public void charge(Duration took, long count) {
    nanos.addAndGet(took.toNanos());
    executions.addAndGet(count);
  }

  /**
   * How many executions may still be run.
   *
   * @return the number; {@link Long#MAX_VALUE} if that is not limited
   */
  public long executionsLeft() {
    return limit.executions() == Long.MAX_VALUE
        ? Long.MAX_VALUE
        : Math.max(0, limit.executions() - executions.get());
  }

  /**
   * Which part of the limit is spent.
   *
   * @return for a reader: {@code 30 s}, {@code 1,000 executions}; empty if there is something left
   */
  public Optional<String> spent() {
    if (executionsLeft() == 0) {
      return Optional.of(Counts.of(limit.executions(), "execution"));
    }
    return time.applyAsLong(nanos.get()) < limit.time().toNanos()
        ? Optional.empty()
        : Optional.of(text(limit.time()));
  }

  private static String text(Duration time) {
    return time.toMillisPart() == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
  }
}

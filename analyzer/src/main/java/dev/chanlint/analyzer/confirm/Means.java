package dev.chanlint.analyzer.confirm;

import java.util.concurrent.ExecutorService;

/**
 * What the confirmations of one check share: what they may cost in all, the threads that explore,
 * and whether anybody still wants to know. Safe for use by several threads.
 */
public final class Means {

  private final Budget budget;
  private final Account whole;
  private final ExecutorService workers;
  private final Progress progress;
  private volatile boolean cancelled;

  /**
   * Provides them; the time for the whole begins now.
   *
   * @param budget what may be spent
   * @param workers run the explorations; each occupies one of their threads
   * @param progress hears how far it is
   */
  public Means(Budget budget, ExecutorService workers, Progress progress) {
    this.budget = budget;
    this.whole = Account.ofTheClock(budget.whole());
    this.workers = workers;
    this.progress = progress;
  }

  /**
   * What may be spent.
   *
   * @return the budget
   */
  public Budget budget() {
    return budget;
  }

  /**
   * What was spent of the budget for the whole.
   *
   * @return its account
   */
  public Account whole() {
    return whole;
  }

  /**
   * What runs the explorations.
   *
   * @return the threads
   */
  public ExecutorService workers() {
    return workers;
  }

  /**
   * What hears how far it is.
   *
   * @return the listener
   */
  public Progress progress() {
    return progress;
  }

  /** Nothing more is to be run: what is not known by now stays open. */
  public void cancel() {
    cancelled = true;
  }

  /**
   * Whether nothing more is to be run.
   *
   * @return true once it was cancelled
   */
  public boolean isCancelled() {
    return cancelled;
  }
}

package dev.chanlint.explorer;

import dev.chanlint.explorer.engine.Driver;
import dev.chanlint.explorer.engine.Drivers;
import dev.chanlint.explorer.engine.Scheduler;
import dev.chanlint.explorer.engine.Workload;
import dev.chanlint.explorer.search.Dpor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One search of a {@link Hunt}: by the calling thread and, should it last, by helpers on the other
 * cores, each with a copy of the code under test. Only an optimal search can be shared ({@link
 * Dpor#helper}).
 */
final class Search {

  /** How a search ended. */
  enum End {
    COVERED,
    RACES_TO_EXPOSE,
    EXECUTIONS_SPENT,
    TIME_UP,
    ENOUGH
  }

  /**
   * How long the calling thread searches alone, in nanoseconds: most searches end sooner, and a
   * helper has to load the code under test.
   */
  private static final long ALONE = 300_000_000;

  /**
   * How many executions it runs alone. That is a number of its own so that whether chance had a
   * part in what was found does not depend on how fast the machine is, or how many cores it has.
   */
  private static final int EXECUTIONS_ALONE = 2_000;

  private final Hunt hunt;
  private final Workload workload;
  private final Scheduler scheduler;
  private final int searchers;
  private final long begin = System.nanoTime();
  private final List<Thread> helpers = new ArrayList<>();
  private int executions;
  private final AtomicReference<@Nullable End> end = new AtomicReference<>();
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

  /**
   * Prepares one.
   *
   * @param searchers how many threads may take part
   */
  Search(Hunt hunt, Workload workload, Scheduler scheduler, int searchers) {
    this.hunt = hunt;
    this.workload = workload;
    this.scheduler = scheduler;
    this.searchers = scheduler instanceof Dpor ? searchers : 1;
  }

  /** Searches. */
  End run() {
    try {
      search(workload, scheduler);
    } catch (RuntimeException | Error e) {
      fail(e);
    }
    helpers.forEach(Search::join);
    switch (failure.get()) {
      case null -> {}
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      case Throwable e -> throw new IllegalStateException(e);
    }
    End known = end.get();
    return known == null ? End.COVERED : known;
  }

  /** Whether helpers may have taken part, so that chance decided which came to what first. */
  boolean isByChance() {
    return scheduler instanceof Dpor && executions > EXECUTIONS_ALONE;
  }

  private void search(Workload code, Scheduler part) {
    Driver driver = new Driver(code, part, hunt.maxSteps(), false, hunt::isTimeUp);
    Set<Outcome> seen = new HashSet<>();
    while (end.get() == null && part.next()) {
      End reason = hunt.claim();
      if (reason != null) {
        stop(reason);
        return;
      }
      Driver.Ended ended = driver.run();
      if (!hunt.take(ended, code, seen)) {
        stop(End.ENOUGH);
        return;
      }
      if (ended.outOfTime()) {
        stop(End.TIME_UP);
        return;
      }
      if (part == scheduler && ++executions > EXECUTIONS_ALONE) {
        callHelpers();
      }
    }
  }

  private void callHelpers() {
    if (helpers.size() < searchers - 1 && System.nanoTime() - begin > ALONE) {
      for (int i = helpers.size() + 1; i < searchers; i++) {
        Dpor part = ((Dpor) scheduler).helper();
        Thread helper = new Thread(() -> help(part), "searcher " + (i + 1));
        helper.setDaemon(true);
        helpers.add(helper);
        helper.start();
      }
    }
  }

  private void help(Dpor part) {
    try (Drivers.Shift _ = Drivers.begin()) {
      Workload copy = workload.copy();
      if (copy != null) {
        search(copy, part);
      }
    } catch (RuntimeException | Error e) {
      fail(e);
    }
  }

  private void fail(Throwable thrown) {
    failure.compareAndSet(null, thrown);
    stop(End.ENOUGH);
  }

  private void stop(End reason) {
    end.compareAndSet(null, reason);
    if (scheduler instanceof Dpor dpor) {
      dpor.close();
    }
  }

  private static void join(Thread helper) {
    boolean interrupted = false;
    while (helper.isAlive()) {
      try {
        helper.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}

package dev.chanlint.analyzer.cli;

import dev.chanlint.analyzer.confirm.Budget;
import dev.chanlint.analyzer.confirm.EntryExplorer;
import dev.chanlint.explorer.Exploration;
import dev.chanlint.explorer.Schedule;
import dev.chanlint.explorer.Strategy;
import dev.chanlint.explorer.Worker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Worker JVMs, started as they are needed and kept for the next run: a warm one explores at once.
 * There are as many as were ever in use at a time.
 */
final class Workers implements Sandbox {

  /** One replay is one execution; what takes longer hangs. */
  private static final Duration REPLAY_TIME = Duration.ofSeconds(30);

  private final Queue<Worker> idle = new ConcurrentLinkedQueue<>();
  private final Queue<Worker> all = new ConcurrentLinkedQueue<>();

  /** What a worker does for its borrower. */
  private interface Use {
    Exploration of(Worker worker) throws InterruptedException;
  }

  @Override
  public EntryExplorer explorer(List<Path> classpath) {
    return (entry, budget) ->
        with(worker -> worker.explore(new Worker.Target(classpath, entry, true), cost(budget)));
  }

  @Override
  public Exploration replay(List<Path> classpath, String entry, Schedule schedule)
      throws InterruptedException {
    Exploration replayed =
        with(
            worker ->
                worker.replay(new Worker.Target(classpath, entry, true), schedule, 1, REPLAY_TIME));
    if (replayed.executions() == 0) {
      throw new UserException(String.join("; ", replayed.limits()));
    }
    return replayed;
  }

  private static Worker.Budget cost(Budget budget) {
    return new Worker.Budget(
        Strategy.dpor(),
        budget.executions(),
        budget.time(),
        Worker.Budget.DEFAULT.maxSteps(),
        Set.of());
  }

  private Exploration with(Use use) throws InterruptedException {
    Worker worker = idle.poll();
    if (worker == null) {
      worker = Worker.create();
      all.add(worker);
    }
    Exploration exploration = use.of(worker);
    idle.add(worker);
    return exploration;
  }

  @Override
  public void close() {
    all.forEach(Worker::close);
  }
}

package dev.chanlint.analyzer.cli;

import dev.chanlint.analyzer.cache.Store;
import dev.chanlint.analyzer.confirm.EntryExplorer;
import dev.chanlint.analyzer.confirm.Request;
import dev.chanlint.analyzer.confirm.cache.CachedExplorer;
import dev.chanlint.analyzer.confirm.cache.ExplorationStore;
import dev.chanlint.analyzer.confirm.worker.PoolExplorer;
import dev.chanlint.explorer.Exploration;
import dev.chanlint.explorer.Schedule;
import dev.chanlint.explorer.ScheduleMismatchException;
import dev.chanlint.explorer.Worker;
import dev.chanlint.explorer.WorkerPool;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Worker JVMs of the explorer. */
final class Workers implements Sandbox {

  /** One replay is one execution; what takes longer hangs. */
  private static final Duration REPLAY_TIME = Duration.ofSeconds(30);

  private final WorkerPool pool = new WorkerPool();
  private final ExplorationStore store = ExplorationStore.in(Store.userFolder());
  private final SandboxOptions options;

  /**
   * Makes some; none is started before it is needed.
   *
   * @throws UserException if there is no effect of a name that is to be allowed
   */
  Workers(SandboxOptions options) {
    this.options = options;
    try {
      new Worker.Target(List.of(), "", List.of(), true, options.allowed());
    } catch (IllegalArgumentException e) {
      throw new UserException(e);
    }
  }

  @Override
  public EntryExplorer explorer(List<Path> classpath) {
    EntryExplorer explorer = new PoolExplorer(pool, classpath, options.allowed());
    return options.cached()
        ? new CachedExplorer(explorer, store, classpath, options.allowed())
        : explorer;
  }

  @Override
  public Exploration explore(List<Path> classpath, String entry, Worker.Budget budget)
      throws InterruptedException {
    return pool.explore(target(classpath, entry), budget);
  }

  @Override
  public Exploration replay(List<Path> classpath, String entry, Schedule schedule)
      throws InterruptedException {
    try {
      return pool.replay(target(classpath, entry), schedule, 1, REPLAY_TIME);
    } catch (ScheduleMismatchException | IllegalArgumentException e) {
      throw new UserException(e);
    }
  }

  /** A test, unlike a program, does not end when it returns. */
  private Worker.Target target(List<Path> classpath, String entry) {
    return new Worker.Target(
        classpath, entry, List.of(), !Request.isTest(entry), options.allowed());
  }

  @Override
  public void close() {
    pool.close();
  }
}

package dev.chanlint.analyzer.cli;

import dev.chanlint.analyzer.confirm.EntryExplorer;
import dev.chanlint.analyzer.confirm.Request;
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

  @Override
  public EntryExplorer explorer(List<Path> classpath) {
    return new PoolExplorer(pool, classpath, List.of());
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
      Exploration replayed = pool.replay(target(classpath, entry), schedule, 1, REPLAY_TIME);
      if (replayed.executions() == 0) {
        throw new UserException(String.join("; ", replayed.limits()));
      }
      return replayed;
    } catch (ScheduleMismatchException | IllegalArgumentException e) {
      throw new UserException(e);
    }
  }

  /** A test, unlike a program, does not end when it returns. */
  private static Worker.Target target(List<Path> classpath, String entry) {
    return new Worker.Target(classpath, entry, !Request.isTest(entry));
  }

  @Override
  public void close() {
    pool.close();
  }
}

package dev.chanlint.analyzer.confirm.worker;

import dev.chanlint.analyzer.confirm.EntryExplorer;
import dev.chanlint.analyzer.confirm.Request;
import dev.chanlint.explorer.Exploration;
import dev.chanlint.explorer.Worker;
import dev.chanlint.explorer.WorkerPool;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Explores in JVMs of their own. Whatever happens to one of them costs the exploration that it was
 * about, and nothing else: its reason is among that one's limits.
 */
public final class PoolExplorer implements EntryExplorer {

  private final WorkerPool pool;
  private final List<Path> classPath;
  private final List<String> allowed;

  /**
   * Makes one.
   *
   * @param pool the JVMs
   * @param classPath what the entry points run with
   * @param allowed the effects that they may have, by name: see {@link Worker.Target#allowed}
   */
  public PoolExplorer(WorkerPool pool, List<Path> classPath, List<String> allowed) {
    this.pool = pool;
    this.classPath = List.copyOf(classPath);
    this.allowed = List.copyOf(allowed);
  }

  @Override
  public Exploration explore(Request request) throws InterruptedException {
    try {
      return pool.explore(target(request), budget(request), request.goal().watch());
    } catch (UncheckedIOException e) {
      return new Exploration(
          0, false, false, List.of(), Set.of(), List.of(String.valueOf(e.getMessage())), Set.of());
    }
  }

  private Worker.Target target(Request request) {
    List<Path> whole = Stream.concat(request.additional().stream(), classPath.stream()).toList();
    return new Worker.Target(whole, request.entry(), List.of(), !request.isTest(), allowed);
  }

  /** On one core, for the others have findings of their own. */
  private static Worker.Budget budget(Request request) {
    return new Worker.Budget(
        request.effort().strategy(),
        request.effort().executions(),
        request.effort().time(),
        Worker.Budget.DEFAULT.maxSteps(),
        Set.of(),
        1);
  }

  @Override
  public List<Path> classPath() {
    return classPath;
  }

  @Override
  public void cancel() {
    pool.cancel();
  }
}

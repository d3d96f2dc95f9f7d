package dev.chanlint.explorer.engine;

import dev.chanlint.explorer.Fault;
import dev.chanlint.explorer.Site;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The end of a goroutine. The end of a program's main goroutine and a panic end the program, so
 * everything that could still have been done before is ordered with them.
 */
final class End extends Operation {

  private static final String RUN_PANIC = "dev.chanlint.runtime.GoroutinePanic";

  private final Execution execution;
  private final @Nullable Throwable thrown;

  End(Execution execution, @Nullable Throwable thrown) {
    this.execution = execution;
    this.thrown = thrown;
  }

  @Override
  public String state() {
    return "running";
  }

  @Override
  public String name() {
    return thrown == null ? "return" : "panic";
  }

  @Override
  public String value() {
    return thrown == null ? "" : String.valueOf(thrown.getMessage());
  }

  @Override
  public boolean enabled(int alternative) {
    return true;
  }

  @Override
  public boolean isForeseeable() {
    return true;
  }

  @Override
  public void footprint(int alternative, Footprint into) {
    if (thrown != null || isMain() && execution.workload().isProgram()) {
      into.closing();
    } else {
      into.ending().adds(execution.populationCell()).writes(goroutine().endCell());
      if (isMain()) {
        into.reads(execution.outputCell());
      }
    }
  }

  @Override
  public void execute(int alternative) {
    goroutine().end();
    if (thrown != null) {
      panic(thrown);
    } else if (isMain()) {
      execution.freezeOutput();
      if (execution.workload().isProgram()) {
        reportAbandoned();
      }
    }
  }

  private void panic(Throwable uncaught) {
    Throwable cause = cause(uncaught);
    List<Site> stack = execution.sites(cause.getStackTrace());
    execution.report(
        Fault.PANIC,
        "panic: " + cause + " [" + goroutine() + "]",
        stack.isEmpty() ? List.of() : List.of(stack.getFirst()));
    execution.freezeOutput();
    execution.stop();
  }

  /** Go.run wraps what its main throws: the fault is where that was thrown. */
  private static Throwable cause(Throwable thrown) {
    Throwable cause = thrown.getCause();
    return cause != null && thrown.getClass().getName().equals(RUN_PANIC) ? cause : thrown;
  }

  private void reportAbandoned() {
    for (Goroutine left : execution.goroutines()) {
      if (left.role() == Goroutine.Role.GOROUTINE
          && !left.isDone()
          && !isAboutToReturn(left)
          && Enabled.canRun(execution, left)) {
        execution.report(
            Fault.ABANDONED,
            "main returned while " + left + " could still run",
            left.spawnedAt().stream().limit(1).toList());
      }
    }
  }

  /** Whether no code under test is left for it: it ends, or what it was called by does. */
  private boolean isAboutToReturn(Goroutine goroutine) {
    return goroutine.pending() instanceof End end
        ? end.thrown == null
        : goroutine.steps() > 0 && Ending.stack(execution, goroutine).isEmpty();
  }

  @Override
  public boolean isDrivenByTime(int alternative) {
    return goroutine().role() == Goroutine.Role.TIMER;
  }

  private boolean isMain() {
    return goroutine().role() == Goroutine.Role.MAIN;
  }
}

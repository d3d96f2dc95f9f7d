package dev.chanlint.explorer.engine;

import dev.chanlint.explorer.Fault;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Runs one execution after another to its end, asking a {@link Scheduler} for each new step. */
public final class Driver {

  private final Workload workload;
  private final Scheduler scheduler;
  private final int maxSteps;
  private final boolean traced;
  private final BooleanSupplier timeUp;
  private final Path path = new Path();

  /**
   * Makes one.
   *
   * @param workload what to run
   * @param scheduler chooses each step
   * @param maxSteps how many steps an execution may have before it is held to be a livelock
   * @param traced whether to note where each operation was performed, for a witness
   * @param timeUp tells whether an execution is to end where it is
   */
  public Driver(
      Workload workload,
      Scheduler scheduler,
      int maxSteps,
      boolean traced,
      BooleanSupplier timeUp) {
    this.workload = workload;
    this.scheduler = scheduler;
    this.maxSteps = maxSteps;
    this.traced = traced;
    this.timeUp = timeUp;
  }

  /**
   * Runs the next execution; tells how it ended.
   *
   * @throws NondeterminismException if the code under test does not do again what it did
   */
  public Ended run() {
    path.truncate(scheduler.again());
    return new Run(workload, scheduler, maxSteps, traced, timeUp, path).run();
  }

  /**
   * How an execution ended, and what it takes to run it again.
   *
   * @param execution the execution
   * @param choices its steps, as {@link Transition#choice} tells them
   * @param preemptions how many steps took over from a goroutine that could go on
   * @param earlyTimers how many timers fired while something else could be done
   * @param cut whether it was ended before it was complete
   * @param outOfTime whether the time was up before all was done about it
   * @param endless whether it was ended at the bound on steps
   * @param unfairLeftOut whether it was kept from going on and on past a goroutine that could run
   * @param witness its steps for a reader; null if it was not traced
   */
  public record Ended(
      Execution execution,
      long[] choices,
      int preemptions,
      int earlyTimers,
      boolean cut,
      boolean outOfTime,
      boolean endless,
      boolean unfairLeftOut,
      @Nullable Witness witness) {

    /** The faults met. */
    public List<Execution.Incident> incidents() {
      return execution.incidents();
    }

    /** The kinds of the faults met. */
    public List<Fault> faults() {
      return incidents().stream().map(Execution.Incident::fault).distinct().toList();
    }

    /** What stood on standard output when main returned or the program failed. */
    public String output() {
      return execution.outputAtEnd();
    }

    /** What was outside control; null if nothing. */
    public @Nullable String limit() {
      return execution.limit();
    }
  }
}

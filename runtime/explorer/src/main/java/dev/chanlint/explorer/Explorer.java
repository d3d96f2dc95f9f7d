package dev.chanlint.explorer;

import dev.chanlint.explorer.engine.Driver;
import dev.chanlint.explorer.engine.Workload;
import dev.chanlint.explorer.sandbox.EntryPoint;
import dev.chanlint.explorer.sandbox.HostClassPath;
import dev.chanlint.explorer.worker.Message;
import dev.chanlint.runtime.Task;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;

/**
 * Runs code under one schedule after another until every schedule that can differ was run, or a
 * budget is spent.
 */
public final class Explorer {

  /** One replay is one execution; what takes longer hangs. */
  private static final Duration REPLAY_TIME = Duration.ofSeconds(30);

  private final Builder settings;

  private Explorer(Builder settings) {
    this.settings = settings;
  }

  /**
   * Starts with the defaults: every trace, at most 100,000 executions and 10 seconds.
   *
   * @return what makes an explorer
   */
  public static Builder builder() {
    return new Builder();
  }

  /** How to explore. */
  public static final class Builder {

    private Strategy strategy = Worker.Budget.DEFAULT.strategy();
    private long maxExecutions = Worker.Budget.DEFAULT.maxExecutions();
    private Duration maxDuration = Worker.Budget.DEFAULT.maxDuration();
    private int maxSteps = Worker.Budget.DEFAULT.maxSteps();
    private Predicate<Failure> until = failure -> false;
    private int searchers = Worker.Budget.DEFAULT.searchers();

    private Builder() {}

    /**
     * Which schedules to run.
     *
     * @param which those
     * @return this
     */
    public Builder strategy(Strategy which) {
      strategy = which;
      return this;
    }

    /**
     * How many executions to run at most.
     *
     * @param count how many
     * @return this
     */
    public Builder maxExecutions(long count) {
      maxExecutions = count;
      return this;
    }

    /**
     * How long to go on at most. It is over when that time has passed and this JVM has computed for
     * as long: what a busy machine gave to others is not counted, up to four times the time. The
     * first execution may take twice as long as all.
     *
     * @param time how long
     * @return this
     */
    public Builder maxDuration(Duration time) {
      maxDuration = time;
      return this;
    }

    /**
     * How many steps one execution may have before it is held to be a livelock.
     *
     * @param count how many
     * @return this
     */
    public Builder maxSteps(int count) {
      maxSteps = count;
      return this;
    }

    /**
     * Stops at the first failure that this holds for; by default at none.
     *
     * @param found what it holds for
     * @return this
     */
    public Builder until(Predicate<Failure> found) {
      until = found;
      return this;
    }

    /**
     * How many threads may search at once; by default as many as there are cores. More than one
     * take part only in a search of every trace that lasts a while, if the {@link Workload}
     * {@linkplain Workload#copy can be copied}. What a search finds that comes to its end does not
     * depend on it, nor in how many executions; one whose budget is spent has seen as many, but
     * which is chance.
     *
     * @param count how many
     * @return this
     */
    public Builder searchers(int count) {
      searchers = count;
      return this;
    }

    private Worker.Budget budget() {
      return new Worker.Budget(strategy, maxExecutions, maxDuration, maxSteps, Set.of(), searchers);
    }

    /**
     * Makes the explorer.
     *
     * @return it
     */
    public Explorer build() {
      Builder copy = new Builder();
      copy.strategy = strategy;
      copy.maxExecutions = maxExecutions;
      copy.maxDuration = maxDuration;
      copy.maxSteps = maxSteps;
      copy.until = until;
      copy.searchers = searchers;
      return new Explorer(copy);
    }
  }

  /**
   * Explores a workload, in this JVM.
   *
   * @param workload what to run
   * @return what was found
   */
  public Exploration explore(Workload workload) {
    return new Hunt(
            workload,
            settings.maxSteps,
            settings.maxExecutions,
            settings.maxDuration,
            settings.until,
            settings.searchers)
        .run(settings.strategy);
  }

  /**
   * Explores a lambda of the caller, in an instrumented copy of its class in a {@link Worker}, with
   * copies of what it captures for each execution. The first exploration of a JVM starts one; later
   * ones find it warm.
   *
   * @param program the lambda
   * @return what was found
   * @throws IllegalArgumentException if it captures what cannot be copied
   * @throws CancellationException if the calling thread is interrupted
   */
  public Exploration explore(Program program) {
    return inWorker(worker -> worker.explore(target(program), settings.budget(), settings.until));
  }

  /**
   * Refuses what cannot be run in a copy of its class: keep the lambda as a {@link Program}.
   *
   * @param task what is refused unless it is a program
   * @return what was found
   * @throws IllegalArgumentException unless the task is a {@link Program}
   */
  public Exploration explore(Task task) {
    if (task instanceof Program program) {
      return explore(program);
    }
    throw new IllegalArgumentException(
        "a "
            + Task.class.getName()
            + " cannot be run in a copy of its class; hand over the lambda itself or a "
            + Program.class.getName());
  }

  /**
   * Runs a lambda once, under a given schedule, in a {@link Worker}.
   *
   * @param schedule the choices to make
   * @param program the lambda
   * @return that execution, its failures among them
   * @throws IllegalArgumentException if the text is no schedule, or the lambda captures what cannot
   *     be copied
   * @throws ScheduleMismatchException if the code has changed under the schedule
   * @throws CancellationException if the calling thread is interrupted
   */
  public static Exploration replay(Schedule schedule, Program program) {
    return inWorker(worker -> worker.replay(target(program), schedule, 1, REPLAY_TIME));
  }

  private static Message.Target target(Program program) {
    EntryPoint.Lambda lambda = EntryPoint.Lambda.of(program);
    return Worker.target(
        HostClassPath.of(program.getClass().getNestHost()), lambda, false, List.of());
  }

  private static Exploration inWorker(WorkerPool.Use use) {
    try {
      return WorkerPool.ofThisJvm().with(use);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      CancellationException cancelled = new CancellationException("interrupted while exploring");
      cancelled.initCause(e);
      throw cancelled;
    }
  }

  /**
   * Runs a workload once, under a given schedule, in this JVM.
   *
   * @param schedule the choices to make
   * @param workload what to run
   * @return that execution, its failures among them
   * @throws IllegalArgumentException if the text is no schedule
   * @throws ScheduleMismatchException if the code has changed under the schedule
   */
  public static Exploration replay(Schedule schedule, Workload workload) {
    ScheduleText text = ScheduleText.decode(schedule);
    workload.expose(text.exposed());
    Driver.Ended ended = Hunt.replay(workload, text.choices(), maxSteps(text));
    String limit = ended.limit();
    if (limit == null && ended.choices().length < text.choices().length) {
      throw new ScheduleMismatchException(
          "the schedule has %d steps, but the code under test ends after %d"
              .formatted(text.choices().length, ended.choices().length));
    }
    if (limit == null && Hunt.fingerprint(ended) != text.fingerprint()) {
      throw new ScheduleMismatchException("its steps are others than when it was recorded");
    }
    return new Exploration(
        1,
        false,
        limit == null,
        ended.incidents().stream().map(incident -> Hunt.failure(ended, incident)).toList(),
        Set.of(new Outcome(ended.output(), Set.copyOf(ended.faults()))),
        limit == null ? List.of("one schedule was replayed") : List.of(limit),
        workload.executed());
  }

  /** An endless execution is ended where it was when it was recorded. */
  private static int maxSteps(ScheduleText text) {
    return text.endless() ? text.choices().length : Integer.MAX_VALUE;
  }
}

package dev.chanlint.explorer;

import dev.chanlint.explorer.sandbox.Allowed;
import dev.chanlint.explorer.sandbox.Copies;
import dev.chanlint.explorer.sandbox.EntryPoint;
import dev.chanlint.explorer.worker.Message;
import dev.chanlint.explorer.worker.WorkerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Explores in a JVM of its own, so that the caller needs no JVM flag and what the code under test
 * does to its JVM harms nothing else. Whatever happens there is an {@link Exploration} with the
 * reason among its {@link Exploration#limits}; failures met before are kept. The JVM is started
 * when first needed, serves one request after the other, is started again should it have died, and
 * ends with this object or with the caller's JVM. One thread at a time may use it.
 */
public final class Worker implements AutoCloseable {

  /** How long the worker may be late before it is held to hang. */
  private static final Duration GRACE = Duration.ofSeconds(10);

  private static final int DEFAULT_HEAP_MEGABYTES = 512;

  /**
   * The code under test.
   *
   * @param classPath folders and jars; the runtime is found without being named here
   * @param entry the binary name of a class with a {@code main}; or {@code Class#method} for a
   *     method that is run as JUnit 5 runs a test, with {@code (type,type)} behind it if it takes
   *     arguments
   * @param arguments what the method is called with; each execution gets copies, so they must be
   *     serialisable
   * @param program whether it ends when its main goroutine returns, as a program does and a test
   *     does not
   * @param allowed the effects that it may have, which nothing undoes between executions: {@code
   *     net}, {@code process}, {@code property} or {@code write:GLOB} each
   */
  public record Target(
      List<Path> classPath,
      String entry,
      List<? extends @Nullable Object> arguments,
      boolean program,
      List<String> allowed) {

    /**
     * Checks it.
     *
     * @throws IllegalArgumentException if an effect is none of these; the message says which
     */
    public Target {
      classPath = List.copyOf(classPath);
      allowed = List.copyOf(allowed);
      Allowed.of(allowed);
      arguments = Collections.unmodifiableList(new ArrayList<>(arguments));
    }

    /**
     * Code that may have no effects.
     *
     * @param classPath folders and jars
     * @param entry the class or method to run
     * @param arguments what the method is called with
     * @param program whether it ends when its main goroutine returns
     */
    public Target(
        List<Path> classPath,
        String entry,
        List<? extends @Nullable Object> arguments,
        boolean program) {
      this(classPath, entry, arguments, program, List.of());
    }

    /**
     * Code that takes no arguments and may have no effects.
     *
     * @param classPath folders and jars
     * @param entry the class or method to run
     * @param program whether it ends when its main goroutine returns
     */
    public Target(List<Path> classPath, String entry, boolean program) {
      this(classPath, entry, List.of(), program);
    }

    private Message.Target message() {
      return target(
          classPath,
          new EntryPoint.Named(
              entry, Copies.serialized(arguments, "the test is given", "make it in the test")),
          program,
          allowed);
    }
  }

  /**
   * How much to explore.
   *
   * @param strategy which schedules
   * @param maxExecutions how many at most
   * @param maxDuration how long at most, as in {@link Explorer.Builder#maxDuration}
   * @param maxSteps how many steps an execution may have before it is held to be a livelock
   * @param until the faults at the first of which to stop; empty to go on to the end
   * @param searchers how many threads may search at once, as {@link Explorer.Builder#searchers} has
   *     it
   */
  public record Budget(
      Strategy strategy,
      long maxExecutions,
      Duration maxDuration,
      int maxSteps,
      Set<Fault> until,
      int searchers) {

    /** Every trace, at most 100,000 executions, 10 seconds and 100,000 steps each, on all cores. */
    public static final Budget DEFAULT =
        new Budget(Strategy.dpor(), 100_000, Duration.ofSeconds(10), 100_000, Set.of());

    /** Keeps a copy of the faults, which nothing changes. */
    public Budget {
      until = Set.copyOf(until);
    }

    /**
     * For a search on all cores.
     *
     * @param strategy which schedules
     * @param maxExecutions how many at most
     * @param maxDuration how long at most
     * @param maxSteps how many steps an execution may have before it is held to be a livelock
     * @param until the faults at the first of which to stop; empty to go on to the end
     */
    public Budget(
        Strategy strategy,
        long maxExecutions,
        Duration maxDuration,
        int maxSteps,
        Set<Fault> until) {
      this(
          strategy,
          maxExecutions,
          maxDuration,
          maxSteps,
          until,
          Runtime.getRuntime().availableProcessors());
    }
  }

  private final int maxHeapMegabytes;
  private @Nullable WorkerProcess process;

  private Worker(int maxHeapMegabytes) {
    this.maxHeapMegabytes = maxHeapMegabytes;
  }

  /**
   * Makes one whose heap may grow to 512 MB.
   *
   * @return one whose JVM has not been started yet
   */
  public static Worker create() {
    return new Worker(DEFAULT_HEAP_MEGABYTES);
  }

  /**
   * Makes one.
   *
   * @param megabytes what its heap may grow to
   * @return one whose JVM has not been started yet
   */
  public static Worker withHeap(int megabytes) {
    return new Worker(megabytes);
  }

  /**
   * Explores, and blocks until that has ended.
   *
   * @param target the code
   * @param budget how much to explore
   * @return what was met, and what kept it from being all
   * @throws IllegalArgumentException if an argument cannot be copied
   * @throws UncheckedIOException if no JVM can be started
   * @throws InterruptedException if the calling thread is interrupted; the JVM is then ended
   */
  public Exploration explore(Target target, Budget budget) throws InterruptedException {
    return explore(target.message(), budget, failure -> budget.until().contains(failure.fault()));
  }

  /**
   * Explores up to the first failure that a predicate of the caller holds for, and blocks until
   * then.
   *
   * @param target the code
   * @param budget how much to explore; the faults that it names are not asked for
   * @param until asked of each failure, on the calling thread
   * @return what was met, and what kept it from being all
   * @throws IllegalArgumentException if an argument cannot be copied
   * @throws UncheckedIOException if no JVM can be started
   * @throws InterruptedException if the calling thread is interrupted; the JVM is then ended
   */
  public Exploration explore(Target target, Budget budget, Predicate<Failure> until)
      throws InterruptedException {
    return explore(target.message(), budget, until);
  }

  Exploration explore(Message.Target target, Budget budget, Predicate<Failure> until)
      throws InterruptedException {
    Message request =
        new Message.Explore(
            target,
            budget.strategy(),
            budget.maxExecutions(),
            budget.maxDuration().toNanos(),
            budget.maxSteps(),
            budget.searchers());
    return ask(request, budget.maxDuration().multipliedBy(Hunt.FIRST_FACTOR).plus(GRACE), until);
  }

  /**
   * Runs the code under one schedule, again and again, and blocks until that has ended.
   *
   * @param target the code
   * @param schedule what a failure of it told
   * @param times how often
   * @param maxDuration how long at most
   * @return the failures of the first run; if another ended otherwise, a limit says so
   * @throws IllegalArgumentException if the text is no schedule, or an argument cannot be copied
   * @throws UncheckedIOException if no JVM can be started
   * @throws ScheduleMismatchException if the code has changed under the schedule
   * @throws InterruptedException if the calling thread is interrupted; the JVM is then ended
   */
  public Exploration replay(Target target, Schedule schedule, int times, Duration maxDuration)
      throws InterruptedException {
    return replay(target.message(), schedule, times, maxDuration);
  }

  Exploration replay(Message.Target target, Schedule schedule, int times, Duration maxDuration)
      throws InterruptedException {
    ScheduleText.decode(schedule);
    Message request = new Message.Replay(target, schedule.text(), times);
    return ask(request, maxDuration.plus(GRACE), failure -> false);
  }

  static Message.Target target(
      List<Path> classPath, EntryPoint entry, boolean program, List<String> allowed) {
    return new Message.Target(
        classPath.stream().map(path -> path.toAbsolutePath().toString()).toList(),
        entry,
        program,
        allowed);
  }

  private Exploration ask(Message request, Duration patience, Predicate<Failure> until)
      throws InterruptedException {
    try {
      return running().ask(request, patience, until);
    } catch (InterruptedException e) {
      close();
      throw e;
    }
  }

  private WorkerProcess running() {
    WorkerProcess known = process;
    if (known == null || !known.isAlive()) {
      try {
        known = WorkerProcess.start(maxHeapMegabytes);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot start a JVM to explore in", e);
      }
      process = known;
    }
    return known;
  }

  /** Ends the JVM. */
  @Override
  public void close() {
    WorkerProcess known = process;
    process = null;
    if (known != null) {
      known.close();
    }
  }
}

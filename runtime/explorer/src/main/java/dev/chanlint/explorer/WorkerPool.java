package dev.chanlint.explorer;

import dev.chanlint.explorer.worker.Explorations;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;

/**
 * Worker JVMs, started as they are needed and kept for the next run: a warm one explores at once.
 * There are as many as were ever in use at a time. Threads may share it.
 */
public final class WorkerPool implements AutoCloseable {

  private static final WorkerPool OF_THIS_JVM = new WorkerPool();

  private final Queue<Worker> idle = new ConcurrentLinkedQueue<>();
  private final Queue<Worker> all = new ConcurrentLinkedQueue<>();
  private volatile boolean cancelled;

  /** Makes one without workers. */
  public WorkerPool() {}

  /** The one that code of this JVM is explored in; its workers end with the JVM. */
  static WorkerPool ofThisJvm() {
    return OF_THIS_JVM;
  }

  /** What a worker does for its borrower. */
  interface Use {
    Exploration of(Worker worker) throws InterruptedException;
  }

  /**
   * Explores; see {@link Worker#explore}.
   *
   * @param target the code
   * @param budget how much to explore
   * @return what was met, and what kept it from being all
   * @throws IllegalArgumentException if an argument cannot be copied
   * @throws InterruptedException if the calling thread is interrupted
   */
  public Exploration explore(Worker.Target target, Worker.Budget budget)
      throws InterruptedException {
    return with(worker -> worker.explore(target, budget));
  }

  /**
   * Explores up to the first failure that a predicate holds for, which is asked on the calling
   * thread.
   *
   * @param target the code
   * @param budget how much to explore; the faults that it names are not asked for
   * @param until asked of each failure
   * @return what was met, and what kept it from being all
   * @throws IllegalArgumentException if an argument cannot be copied
   * @throws InterruptedException if the calling thread is interrupted
   */
  public Exploration explore(Worker.Target target, Worker.Budget budget, Predicate<Failure> until)
      throws InterruptedException {
    return with(worker -> worker.explore(target, budget, until));
  }

  /**
   * Runs code under one schedule, again and again; see {@link Worker#replay}.
   *
   * @param target the code
   * @param schedule what a failure of it told
   * @param times how often
   * @param maxDuration how long at most
   * @return the failures of the first run; if another ended otherwise, a limit says so
   * @throws IllegalArgumentException if the text is no schedule, or an argument cannot be copied
   * @throws ScheduleMismatchException if the code has changed under the schedule
   * @throws InterruptedException if the calling thread is interrupted
   */
  public Exploration replay(
      Worker.Target target, Schedule schedule, int times, Duration maxDuration)
      throws InterruptedException {
    return with(worker -> worker.replay(target, schedule, times, maxDuration));
  }

  /**
   * Ends the JVMs. What is being explored is cut short, and so is at once whatever is asked for
   * from now on.
   */
  public void cancel() {
    cancelled = true;
    close();
  }

  Exploration with(Use use) throws InterruptedException {
    if (cancelled) {
      return Explorations.cutShort("cancelled");
    }
    Worker worker = idle.poll();
    if (worker == null) {
      worker = Worker.create();
      all.add(worker);
    }
    try {
      return use.of(worker);
    } finally {
      idle.add(worker);
    }
  }

  /** Ends the JVMs. */
  @Override
  public void close() {
    all.forEach(Worker::close);
  }
}

package dev.chanlint.explorer;

import dev.chanlint.explorer.hook.Threads;
import dev.chanlint.explorer.juc.ForkJoinPoolModel;
import dev.chanlint.explorer.juc.ForkJoinTaskModel;
import dev.chanlint.explorer.juc.LinkedQueueModel;
import dev.chanlint.explorer.juc.PoolModel;
import dev.chanlint.explorer.juc.ScheduledPoolModel;
import dev.chanlint.explorer.juc.SynchronousQueueModel;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;

/**
 * Pools of threads and their tasks: the reduced search finds what running all interleavings finds,
 * and runs each of their traces once, and nothing in vain.
 */
class GeneratedTasksTest {

  /** What a thread can do with the pools. */
  enum Verb {
    EXECUTE,
    HAND_OVER,
    CANCEL,
    GET,
    SHUT_DOWN,
    SHUT_DOWN_NOW,
    AWAIT_TERMINATION,
    LOOK_WHETHER_OVER,
    SCHEDULE,
    FORK,
    JOIN,
    SHUT_DOWN_FORKS,
    AWAIT_FORKS
  }

  @Provide
  Arbitrary<List<List<Verb>>> programs() {
    return Completeness.programs(Verb.class, 1, 2);
  }

  @Property(tries = 30, seed = "2026", shrinking = ShrinkingMode.FULL)
  void sampleIsCompleteAndOptimal(@ForAll("programs") List<List<Verb>> program) {
    Completeness.assertCompleteAndOptimal(new Run(program));
  }

  @Tag("sweep")
  @Property(tries = 10_000, shrinking = ShrinkingMode.FULL)
  void isCompleteAndOptimal(@ForAll("programs") List<List<Verb>> program) {
    Completeness.assertCompleteAndOptimal(new Run(program));
  }

  /** A program being run: what each thread and each task has seen. */
  private static final class Run extends Completeness.Program {

    private final List<List<Verb>> source;

    Run(List<List<Verb>> source) {
      this.source = source;
    }

    @Override
    public boolean isStep(Late what) {
      return true;
    }

    @Override
    public void run() {
      Pools pools = new Pools(this::count);
      for (List<Verb> verbs : source) {
        List<Object> log = newLog();
        Threads.start(new Thread(() -> verbs.forEach(verb -> log.add(perform(verb, pools)))));
      }
    }

    private Object perform(Verb verb, Pools pools) {
      try {
        return switch (verb) {
          case EXECUTE -> said(() -> pools.fixed.execute(this::count));
          case HAND_OVER -> said(() -> pools.handOver.execute(this::count));
          case CANCEL -> pools.task.cancel(true);
          case GET -> String.valueOf(pools.task.get());
          case SHUT_DOWN -> said(pools.fixed::shutdown);
          case SHUT_DOWN_NOW -> pools.fixed.shutdownNow().size();
          case AWAIT_TERMINATION -> pools.fixed.awaitTermination(1, TimeUnit.SECONDS);
          case LOOK_WHETHER_OVER -> pools.fixed.isTerminated();
          case SCHEDULE ->
              said(() -> pools.scheduled.schedule(this::count, 1, TimeUnit.MILLISECONDS));
          case FORK -> said(() -> pools.forks.execute(this::count));
          case JOIN -> String.valueOf(pools.fork.join());
          case SHUT_DOWN_FORKS -> said(pools.forks::shutdown);
          case AWAIT_FORKS -> pools.forks.awaitTermination(1, TimeUnit.SECONDS);
        };
      } catch (InterruptedException
          | ExecutionException
          | RejectedExecutionException
          | CancellationException e) {
        return e.getClass().getSimpleName();
      }
    }

    private static String said(Runnable action) {
      action.run();
      return "done";
    }
  }

  /** What the threads use. */
  private static final class Pools {

    private final PoolModel fixed =
        new PoolModel(1, 1, 0, TimeUnit.SECONDS, new LinkedQueueModel<>());
    private final PoolModel handOver =
        new PoolModel(1, 1, 0, TimeUnit.SECONDS, new SynchronousQueueModel<>());
    private final ScheduledPoolModel scheduled = new ScheduledPoolModel(1);
    private final ForkJoinPoolModel forks = new ForkJoinPoolModel(1);
    private final Future<?> task;
    private final ForkJoinTaskModel<?> fork;

    Pools(Runnable body) {
      task = fixed.submit(body);
      fork = forks.submit(body);
    }
  }
}

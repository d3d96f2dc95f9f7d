package dev.chanlint.explorer.sandbox.programs;

import static dev.chanlint.explorer.Fault.DEADLOCK;
import static dev.chanlint.explorer.Fault.LEAK;

import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.RecursiveTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Tasks that complete later: futures, fork and join, schedules. */
final class FuturePrograms {

  private FuturePrograms() {}

  @Expect(outputs = "3")
  static void combine() {
    CompletableFuture<Integer> one = CompletableFuture.supplyAsync(() -> 1);
    System.out.print(one.thenCombine(CompletableFuture.completedFuture(2), Integer::sum).join());
  }

  @Expect(outputs = {"ab", "ba"})
  static void twoAsync() {
    CompletableFuture<Void> a = CompletableFuture.runAsync(() -> System.out.print("a"));
    CompletableFuture<Void> b = CompletableFuture.runAsync(() -> System.out.print("b"));
    CompletableFuture.allOf(a, b).join();
  }

  @Expect(outputs = {"true1", "false2"})
  static void firstToComplete() throws Exception {
    CompletableFuture<Integer> future = new CompletableFuture<>();
    Thread thread = new Thread(() -> future.complete(2));
    thread.start();
    System.out.print(future.complete(1) + "" + future.join());
    thread.join();
  }

  @Expect(outputs = "boom")
  static void failure() {
    try {
      CompletableFuture.runAsync(
              () -> {
                throw new IllegalStateException("boom");
              })
          .join();
    } catch (CompletionException e) {
      System.out.print(e.getCause().getMessage());
    }
  }

  @Expect(outputs = "cancelled twice")
  static void cancelled() throws Exception {
    CompletableFuture<String> future = new CompletableFuture<>();
    future.cancel(false);
    try {
      System.out.print(future.get());
    } catch (CancellationException e) {
      System.out.print("cancelled");
    }
    try {
      System.out.print(future.join());
    } catch (CancellationException e) {
      System.out.print(" twice");
    }
  }

  @Expect(faults = DEADLOCK)
  static void neverCompleted() {
    new CompletableFuture<String>().join();
  }

  @Expect(outputs = "late")
  static void timeout() {
    CompletableFuture<String> future = new CompletableFuture<>();
    System.out.print(future.completeOnTimeout("late", 1, TimeUnit.SECONDS).join());
  }

  private static final class Sum extends RecursiveTask<Integer> {
    private static final long serialVersionUID = 1L;

    private final int from;
    private final int to;

    Sum(int from, int to) {
      this.from = from;
      this.to = to;
    }

    @Override
    protected Integer compute() {
      if (to - from == 1) {
        return from;
      }
      int middle = (from + to) / 2;
      Sum left = new Sum(from, middle);
      left.fork();
      return new Sum(middle, to).compute() + left.join();
    }
  }

  @Expect(outputs = "3")
  static void forkAndJoin() {
    System.out.print(ForkJoinPool.commonPool().invoke(new Sum(0, 3)));
  }

  @Expect(outputs = "3")
  static void poolOfOne() {
    try (ForkJoinPool pool = new ForkJoinPool(1)) {
      System.out.print(pool.submit(() -> 3).join());
    }
  }

  @Expect(outputs = {"12", "21"})
  static void completionService() throws Exception {
    try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
      CompletionService<Integer> service = new ExecutorCompletionService<>(pool);
      service.submit(() -> 1);
      service.submit(() -> 2);
      System.out.print("" + service.take().get() + service.take().get());
    }
  }

  @Expect(outputs = {"1", "2"})
  static void invokeAny() throws Exception {
    try (ExecutorService pool = Executors.newCachedThreadPool()) {
      int any = pool.invokeAny(List.<Callable<Integer>>of(() -> 1, () -> 2));
      System.out.print(any);
    }
  }

  @Expect(outputs = "run")
  static void schedule() throws Exception {
    try (ScheduledExecutorService pool = Executors.newScheduledThreadPool(1)) {
      pool.schedule(() -> System.out.print("run"), 1, TimeUnit.SECONDS).get();
    }
  }

  @Expect(outputs = {"", "run"})
  static void cancelledSchedule() throws Exception {
    try (ScheduledExecutorService pool = Executors.newScheduledThreadPool(1)) {
      ScheduledFuture<?> task = pool.schedule(() -> System.out.print("run"), 1, TimeUnit.SECONDS);
      task.cancel(false);
    }
  }

  /** A shutdown ends what is periodic. */
  @Expect(
      outputs = {"0", "1", "2"},
      limit = "schedules that keep a goroutine waiting while others go on and on were left out")
  static void periodic() throws Exception {
    AtomicInteger runs = new AtomicInteger();
    try (ScheduledExecutorService pool = Executors.newSingleThreadScheduledExecutor()) {
      ScheduledFuture<?>[] self = new ScheduledFuture<?>[1];
      synchronized (self) {
        self[0] =
            pool.scheduleAtFixedRate(
                () -> {
                  synchronized (self) {
                    if (runs.incrementAndGet() == 2) {
                      self[0].cancel(false);
                    }
                  }
                },
                1,
                1,
                TimeUnit.SECONDS);
      }
      pool.shutdown();
      pool.awaitTermination(1, TimeUnit.HOURS);
    }
    System.out.print(runs);
  }

  @Expect(outputs = "tick")
  static void timer() throws Exception {
    Timer timer = new Timer();
    Thread main = Thread.currentThread();
    timer.schedule(
        new TimerTask() {
          @Override
          public void run() {
            System.out.print("tick");
            java.util.concurrent.locks.LockSupport.unpark(main);
          }
        },
        1000);
    java.util.concurrent.locks.LockSupport.park();
    timer.cancel();
  }

  @Expect(outputs = "", faults = LEAK)
  static void timerThatIsNotCancelled() {
    new Timer();
  }

  /** Runs each task in a thread of its own. */
  private static final class Own extends AbstractExecutorService {

    @Override
    public void execute(Runnable task) {
      new Thread(task).start();
    }

    @Override
    public void shutdown() {}

    @Override
    public List<Runnable> shutdownNow() {
      return List.of();
    }

    @Override
    public boolean isShutdown() {
      return false;
    }

    @Override
    public boolean isTerminated() {
      return false;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
      return false;
    }
  }

  @Expect(outputs = "3")
  static void ownExecutor() throws Exception {
    int[] parts = new int[2];
    Own executor = new Own();
    Future<Integer> one = executor.submit(() -> parts[0] = 1);
    Future<Integer> other = executor.submit(() -> parts[1] = 2);
    System.out.print(one.get() + other.get());
  }

  @Expect(outputs = {"1", "2"})
  static void anyOfAnOwnExecutor() throws Exception {
    List<Callable<Integer>> tasks = List.of(() -> 1, () -> 2);
    System.out.print(new Own().invokeAny(tasks));
  }

  /** The one thread has come back for more by then, or not yet. */
  @Expect(outputs = {"taken", "rejected"})
  static void handOverToTheOnlyThread() throws Exception {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new SynchronousQueue<>());
    pool.execute(() -> {});
    try {
      pool.execute(() -> {});
      System.out.print("taken");
    } catch (RejectedExecutionException e) {
      System.out.print("rejected");
    }
    pool.shutdown();
  }

  /** The queue is full until a thread takes from it, however many have nothing to do. */
  @Expect(outputs = {"taken", "rejected"})
  static void aFullQueueBesideAThreadThatIsIdle() throws Exception {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new ArrayBlockingQueue<>(1));
    pool.submit(() -> {}).get();
    pool.execute(() -> {});
    try {
      pool.execute(() -> {});
      System.out.print("taken");
    } catch (RejectedExecutionException e) {
      System.out.print("rejected");
    }
    pool.shutdown();
  }
}

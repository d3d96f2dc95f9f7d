package dev.chanlint.model.library;

import dev.chanlint.model.machine.Clock;
import dev.chanlint.model.machine.Facet;
import dev.chanlint.model.machine.Fingerprint;
import dev.chanlint.model.machine.Goroutine;
import dev.chanlint.model.machine.Invocation;
import dev.chanlint.model.machine.Operation;
import dev.chanlint.model.machine.Pending;
import dev.chanlint.model.machine.Thing;
import dev.chanlint.model.machine.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What runs tasks: {@code GoPool}, whose submit waits for a free goroutine, and executors, whose
 * tasks wait instead.
 */
public final class Pool implements Facet {

  private final boolean submitWaits;
  private Value size;
  private boolean closed;
  private Value.@Nullable Origin closing;
  private final Clock ended = new Clock();
  private final Set<Goroutine> running = new LinkedHashSet<>();
  private final Deque<Queued> queued = new ArrayDeque<>();

  /**
   * A task that waits for a free goroutine.
   *
   * @param future ends with it; null if nobody has one
   * @param task what is handed back if it is never run
   * @param start runs it
   */
  private record Queued(@Nullable Future future, Value task, Runnable start) {

    boolean isCancelled() {
      return future != null && future.isDone();
    }
  }

  Pool(boolean submitWaits, Value size) {
    this.submitWaits = submitWaits;
    this.size = size;
  }

  static Facet.@Nullable Handler factory(String name) {
    return switch (name) {
      case "newFixedThreadPool" -> call -> make(call, call.argument(0));
      case "newSingleThreadExecutor", "newSingleThreadScheduledExecutor" ->
          call -> make(call, Value.of(1));
      case "newScheduledThreadPool" -> call -> make(call, call.argument(0));
      case "newCachedThreadPool", "newVirtualThreadPerTaskExecutor", "newThreadPerTaskExecutor" ->
          call -> make(call, Value.of(Integer.MAX_VALUE));
      case "newWorkStealingPool" -> call -> make(call, Value.of(2));
      default -> null;
    };
  }

  private static void make(Invocation call, Value size) {
    Thing pool =
        call.machine()
            .allocate(call.goroutine(), "java.util.concurrent.ExecutorService", call.at());
    pool.setFacet(new Pool(false, size));
    call.give(pool);
  }

  void construct(Invocation call) {
    size = call.argument(0);
    call.done();
  }

  private boolean isFree() {
    return !(size instanceof Value.Known(Integer limit)) || running.size() < limit;
  }

  @Override
  public @Nullable Handler method(String name, int arity) {
    return switch (name) {
      case "submit" -> submitWaits ? this::submitWaiting : unlessClosed(this::submit);
      case "execute" -> unlessClosed(this::execute);
      case "invokeAll" -> unlessClosed(this::invokeAll);
      case "invokeAny" -> unlessClosed(this::invokeAny);
      case "shutdown" -> call -> call.observably(Operation.ATOMIC, () -> shutdown(call));
      case "shutdownNow" -> call -> call.observably(Operation.ATOMIC, () -> interruptAll(call));
      case "close" -> call -> call.observably(Operation.ATOMIC, () -> close(call));
      case "awaitTermination" -> call -> call.perform(new Termination(call, this, true));
      case "schedule" -> unlessClosed(call -> schedule(call, false));
      case "scheduleAtFixedRate", "scheduleWithFixedDelay" ->
          unlessClosed(call -> schedule(call, true));
      case "isShutdown" ->
          call -> call.observably(Operation.ATOMIC, () -> call.give(Value.of(closed)));
      case "isTerminated" ->
          call -> call.observably(Operation.ATOMIC, () -> call.give(Value.of(closed && isIdle())));
      default -> null;
    };
  }

  private boolean isIdle() {
    return running.isEmpty() && queued.stream().allMatch(Queued::isCancelled);
  }

  /** What rejects tasks once the pool has been shut down. */
  Handler unlessClosed(Handler handler) {
    return call -> {
      if (closed) {
        reject(call);
      } else {
        handler.perform(call);
      }
    };
  }

  private void reject(Invocation call) {
    call.raiseMissing(
        "java.util.concurrent.RejectedExecutionException", "pool is shut down", closing);
  }

  private void schedule(Invocation call, boolean repeats) {
    Future future = new Future();
    Thing thing = Future.make(call, future);
    call.machine()
        .spawnInternal(
            call.goroutine(),
            Goroutine.Kind.TIMER,
            call.at(),
            timer -> new Delay(call, this, timer, thing, repeats ? new Future() : future, repeats));
    call.give(thing);
  }

  private void beginShutdown(Invocation call) {
    if (!closed) {
      closed = true;
      closing = call.takenAway();
    }
  }

  private void shutdown(Invocation call) {
    beginShutdown(call);
    call.done();
  }

  private void close(Invocation call) {
    beginShutdown(call);
    call.perform(new Termination(call, this, false));
  }

  private void interruptAll(Invocation call) {
    beginShutdown(call);
    List<Value> neverRun = queued.stream().map(Queued::task).toList();
    queued.clear();
    running.forEach(Goroutine::interrupt);
    call.give(Sequence.make(call, neverRun));
  }

  private void submitWaiting(Invocation call) {
    call.perform(new Submission(call, this));
  }

  private void submit(Invocation call) {
    Future future = new Future();
    Thing thing = Future.make(call, future);
    enqueue(call, thing, future);
    call.give(thing);
  }

  private void execute(Invocation call) {
    Goroutine caller = call.goroutine();
    whenFree(null, call.argument(0), () -> start(call, caller));
    call.done();
  }

  private void start(Invocation call, Goroutine by) {
    begun(
        call.machine()
            .spawn(
                by,
                Goroutine.Kind.GOROUTINE,
                call.argument(0),
                call.at(),
                (child, value) -> end(call, child),
                null));
  }

  /** A task of which nothing is known has ended by now. */
  private void begun(Goroutine worker) {
    if (!worker.isFinished()) {
      running.add(worker);
    }
  }

  private void end(Invocation call, Goroutine by) {
    running.remove(by);
    ended.join(by.clock());
    by.clock().tick(by.number());
    call.machine().note(by, Operation.DONE, call.self(), call.at());
    queued.removeIf(Queued::isCancelled);
    if (!queued.isEmpty() && isFree()) {
      queued.removeFirst().start().run();
    }
    call.machine().deliver(by, Value.NULL);
  }

  private void whenFree(@Nullable Future future, Value task, Runnable start) {
    if (isFree()) {
      start.run();
    } else {
      queued.add(new Queued(future, task, start));
    }
  }

  /**
   * Runs a task as soon as a goroutine is free.
   *
   * @param call its first argument is the task, its receiver this pool
   * @param thing the object of the future
   * @param future ends with the task
   */
  void enqueue(Invocation call, Thing thing, Future future) {
    future.isOf(call.argument(0));
    whenFree(
        future,
        thing,
        () -> {
          Goroutine worker =
              call.machine()
                  .spawn(
                      call.goroutine(),
                      Goroutine.Kind.GOROUTINE,
                      call.argument(0),
                      call.at(),
                      (child, value) -> endOf(call, child, thing, future, value, null),
                      (child, exception) ->
                          endOf(call, child, thing, future, Value.NULL, exception));
          begun(worker);
          future.isRunBy(worker);
        });
  }

  private void endOf(
      Invocation call,
      Goroutine by,
      Thing thing,
      Future future,
      Value value,
      @Nullable Value exception) {
    future.complete(call.machine(), by, thing, value, exception, call, () -> end(call, by));
  }

  private void invokeAll(Invocation call) {
    List<Thing> futures = enqueueAll(call);
    if (futures == null) {
      invokeUnknown(call);
      return;
    }
    Sequence results = new Sequence(true, false);
    results.values().addAll(futures);
    call.perform(new Termination(call, this, results));
  }

  private void invokeAny(Invocation call) {
    List<Thing> futures = enqueueAll(call);
    if (futures == null) {
      invokeUnknown(call);
      return;
    }
    call.perform(new FirstOf(call, this, futures));
  }

  private static void invokeUnknown(Invocation call) {
    call.machine().synchronizeWithUnknown();
    call.machine().escape(call.argument(0));
    call.giveUnknown();
  }

  /** Runs the tasks of a collection; null if they are not known. */
  private @Nullable List<Thing> enqueueAll(Invocation call) {
    List<Value> tasks = Elements.elements(call, call.argument(0));
    if (tasks == null) {
      return null;
    }
    List<Thing> futures = new ArrayList<>();
    for (Value task : tasks) {
      Future future = new Future();
      Thing thing = Future.make(call, future);
      enqueue(
          new Invocation(
              call.machine(),
              call.goroutine(),
              call.method(),
              call.receiver(),
              List.of(task),
              call.at()),
          thing,
          future);
      futures.add(thing);
    }
    return futures;
  }

  /** Gives up tasks: those that run are interrupted, those that wait are never run. */
  private void abandon(List<Future> futures) {
    queued.removeIf(task -> task.future() != null && futures.contains(task.future()));
    futures.forEach(Future::abandon);
  }

  @Override
  public void fingerprint(Fingerprint sink) {
    sink.add(size);
    sink.add(running.size() * 10L + queued.size() * 1000L + (closed ? 1 : 0));
  }

  /** The wait for a free goroutine. */
  private static final class Submission extends Pending {
    private final Invocation call;
    private final Pool pool;

    Submission(Invocation call, Pool pool) {
      super(Operation.ACQUIRE, call.self(), call.at());
      this.call = call;
      this.pool = pool;
    }

    @Override
    public boolean isReady() {
      return pool.closed || pool.isFree();
    }

    @Override
    public void perform() {
      if (pool.closed) {
        call.raiseMissing("java.lang.IllegalStateException", "pool is closed", pool.closing);
        return;
      }
      pool.start(call, call.goroutine());
      call.done();
    }

    @Override
    public void force() {
      call.done();
    }
  }

  /**
   * The moment when a task's time has come; again and again, one run after the other, if it
   * repeats.
   */
  private static final class Delay extends Pending {
    private final Invocation call;
    private final Pool pool;
    private final Goroutine timer;
    private final Thing thing;
    private final Future future;
    private final boolean repeats;

    Delay(
        Invocation call, Pool pool, Goroutine timer, Thing thing, Future future, boolean repeats) {
      super(Operation.PAUSE, null, call.at());
      this.call = call;
      this.pool = pool;
      this.timer = timer;
      this.thing = thing;
      this.future = future;
      this.repeats = repeats;
    }

    @Override
    public boolean isReady() {
      return !isCancelled() && (!repeats || !pool.closed && pool.isIdle());
    }

    private boolean isCancelled() {
      Future given = thing.facet(Future.class);
      return given != null && given.isDone();
    }

    @Override
    public boolean isTimed() {
      return true;
    }

    @Override
    public void perform() {
      pool.enqueue(
          new Invocation(
              call.machine(), timer, call.method(), call.self(), call.arguments(), call.at()),
          thing,
          future);
      if (repeats) {
        call.machine().rearm(timer, new Delay(call, pool, timer, thing, new Future(), true));
      }
    }

    @Override
    public void force() {
      perform();
    }
  }

  /** The wait for the first of some tasks that succeeds, if any does; the others are given up. */
  private static final class FirstOf extends Pending {
    private final Invocation call;
    private final Pool pool;
    private final List<Future> futures;

    FirstOf(Invocation call, Pool pool, List<Thing> futures) {
      super(Operation.AWAIT, call.self(), call.at());
      this.call = call;
      this.pool = pool;
      this.futures =
          futures.stream().map(one -> Objects.requireNonNull(one.facet(Future.class))).toList();
    }

    @Override
    public boolean isReady() {
      return !succeeded().isEmpty() || futures.stream().allMatch(Future::isDone) || isTimed();
    }

    @Override
    public boolean isTimed() {
      return call.goroutine().isParked() && call.arguments().size() > 1;
    }

    private List<Future> succeeded() {
      return futures.stream().filter(one -> one.isDone() && !one.hasFailed()).toList();
    }

    @Override
    public void perform() {
      List<Future> succeeded = succeeded();
      List<Future> left = futures.stream().filter(one -> !one.isDone()).toList();
      pool.abandon(left);
      if (!succeeded.isEmpty()) {
        Future first = succeeded.get(call.machine().choosePartner(succeeded.size()));
        call.goroutine().clock().join(first.ended());
        call.give(first.result());
      } else if (left.isEmpty()) {
        call.raise("java.util.concurrent.ExecutionException", "no task succeeded");
      } else {
        call.raise("java.util.concurrent.TimeoutException", "timed out");
      }
    }

    @Override
    public void force() {
      call.give(call.machine().fresh("java.lang.Object", true));
    }
  }

  /** The wait for the end of all tasks. */
  private static final class Termination extends Pending {
    private final Invocation call;
    private final Pool pool;
    private final boolean timed;
    private final @Nullable Sequence results;

    Termination(Invocation call, Pool pool, boolean timed) {
      super(Operation.AWAIT, call.self(), call.at());
      this.call = call;
      this.pool = pool;
      this.timed = timed;
      this.results = null;
    }

    Termination(Invocation call, Pool pool, Sequence results) {
      super(Operation.AWAIT, call.self(), call.at());
      this.call = call;
      this.pool = pool;
      this.timed = false;
      this.results = results;
    }

    @Override
    public boolean isReady() {
      return pool.isIdle();
    }

    @Override
    public void perform() {
      call.goroutine().clock().join(pool.ended);
      complete();
    }

    private void complete() {
      if (results != null) {
        Thing list = call.machine().allocate(call.goroutine(), "java.util.ArrayList", call.at());
        list.setFacet(results);
        call.give(list);
      } else {
        call.give(timed ? Value.TRUE : Value.NULL);
      }
    }

    @Override
    public void force() {
      complete();
    }
  }
}

package dev.chanlint.model.library;

import dev.chanlint.model.code.FieldRef;
import dev.chanlint.model.code.MethodRef;
import dev.chanlint.model.machine.Clock;
import dev.chanlint.model.machine.Facet;
import dev.chanlint.model.machine.Fingerprint;
import dev.chanlint.model.machine.Goroutine;
import dev.chanlint.model.machine.Invocation;
import dev.chanlint.model.machine.Machine;
import dev.chanlint.model.machine.Operation;
import dev.chanlint.model.machine.Pending;
import dev.chanlint.model.machine.Thing;
import dev.chanlint.model.machine.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Something that ends once, with a result or an exception: a future, or a thread. */
public final class Future implements Facet {

  static final String TYPE = "java.util.concurrent.CompletableFuture";

  private static final String CANCELLED = "java.util.concurrent.CancellationException";

  private static final Set<String> OPEN_PROPERTIES =
      Set.of("getUncaughtExceptionHandler", "threadId", "getId");

  /** Kept of a thread, and of the builder of one, as if it were a field. */
  private static final FieldRef HANDLER =
      new FieldRef(
          "java.lang.Thread",
          "uncaughtExceptionHandler",
          "java.lang.Thread$UncaughtExceptionHandler",
          false);

  private final Clock ended = new Clock();
  private final List<Dependent> dependents = new ArrayList<>();
  private boolean done;
  private Value result = Value.NULL;
  private @Nullable Value failure;
  private @Nullable Value body;
  private boolean started;
  private @Nullable Goroutine runner;

  /** What whoever has it may run; null if it is no task of a pool. */
  private @Nullable Value task;

  Future() {}

  /** What is done once it has ended, by the one who ends it. */
  @FunctionalInterface
  interface Dependent {
    /**
     * Does it.
     *
     * @param by who
     * @param then goes on afterwards
     */
    void run(Goroutine by, Runnable then);
  }

  /**
   * Whether it has ended.
   *
   * @return true at the end
   */
  public boolean isDone() {
    return done;
  }

  static Thing make(Invocation call, Future future) {
    Thing thing = call.machine().allocate(call.goroutine(), TYPE, call.at());
    thing.setFacet(future);
    return thing;
  }

  static Facet.@Nullable Handler handler(String owner, String name) {
    boolean completable = owner.equals(TYPE);
    return switch (name) {
      case "runAsync", "supplyAsync" -> completable ? Future::async : null;
      case "completedFuture" -> completable ? Future::completed : null;
      case "failedFuture" -> completable ? Future::failed : null;
      case "allOf" -> completable ? call -> join(call, true) : null;
      case "anyOf" -> completable ? call -> join(call, false) : null;
      case "startVirtualThread" -> call -> startThread(call, Goroutine.Kind.GOROUTINE);
      case "ofVirtual" -> call -> ThreadBuilder.make(call, Goroutine.Kind.GOROUTINE);
      case "ofPlatform" -> call -> ThreadBuilder.make(call, Goroutine.Kind.THREAD);
      case "currentThread" -> Invocation::giveInput;
      default -> null;
    };
  }

  private static void async(Invocation call) {
    Future future = new Future();
    Thing thing = make(call, future);
    future.run(call, thing, Goroutine.Kind.GOROUTINE, call.argument(0));
    call.give(thing);
  }

  private static void completed(Invocation call) {
    Future future = new Future();
    future.done = true;
    future.result = call.argument(0);
    call.give(make(call, future));
  }

  private static void failed(Invocation call) {
    Future future = new Future();
    future.done = true;
    future.failure = call.argument(0);
    call.give(make(call, future));
  }

  /** A future that ends with all of some others, or with the first. */
  private static void join(Invocation call, boolean all) {
    List<Value> others = Elements.elements(call, call.argument(0));
    Future joined = new Future();
    Thing thing = make(call, joined);
    if (others == null || !others.stream().allMatch(o -> of(o) != null)) {
      call.giveUnknown();
      return;
    }
    int[] left = {all ? others.size() : 1};
    for (Value other : others) {
      Future one = Objects.requireNonNull(of(other));
      one.onEnd(
          call.goroutine(),
          (by, then) -> {
            if (--left[0] == 0) {
              Value value = all ? Value.NULL : one.result;
              joined.complete(call.machine(), by, thing, value, one.failure, call, then);
            } else {
              then.run();
            }
          },
          () -> {});
    }
    if (others.isEmpty() && all) {
      joined.done = true;
    }
    call.give(thing);
  }

  private static @Nullable Future of(Value value) {
    return value instanceof Thing thing ? thing.facet(Future.class) : null;
  }

  /** Does something once it has ended: at once, or as the one who ends it; then goes on. */
  void onEnd(Goroutine by, Dependent dependent, Runnable then) {
    if (done) {
      dependent.run(by, then);
    } else {
      dependents.add(dependent);
      then.run();
    }
  }

  /** Has all who depend on its end do what they do then, the last first; then goes on. */
  private void tell(Goroutine by, Runnable then) {
    if (dependents.isEmpty()) {
      then.run();
    } else {
      dependents.removeLast().run(by, () -> tell(by, then));
    }
  }

  /** A future for what is done with this one's outcome. */
  private void then(Invocation call, Stage.Way way) {
    Future next = new Future();
    Thing thing = make(call, next);
    Stage stage = new Stage(call, this, null, way, next, thing);
    onEnd(call.goroutine(), stage::start, () -> call.give(thing));
  }

  /** A future for what is done with the outcomes of this one and of another. */
  private void withBoth(Invocation call, Stage.Way way) {
    Future other = of(call.argument(0));
    if (other == null) {
      call.giveUnknown();
      return;
    }
    Future next = new Future();
    Thing thing = make(call, next);
    Stage stage = new Stage(call.without(0), this, other, way, next, thing);
    onEnd(
        call.goroutine(),
        (first, then) -> other.onEnd(first, stage::start, then),
        () -> call.give(thing));
  }

  /** A future for what is done with this one's outcome or with another's, whichever ends first. */
  private void withFirst(Invocation call, Stage.Way way) {
    Future other = of(call.argument(0));
    if (other == null) {
      call.giveUnknown();
      return;
    }
    Future next = new Future();
    Thing thing = make(call, next);
    boolean[] begun = new boolean[1];
    Function<Future, Dependent> dependent =
        source ->
            (by, then) -> {
              if (begun[0]) {
                then.run();
              } else {
                begun[0] = true;
                new Stage(call.without(0), source, null, way, next, thing).start(by, then);
              }
            };
    onEnd(
        call.goroutine(),
        dependent.apply(this),
        () -> other.onEnd(call.goroutine(), dependent.apply(other), () -> call.give(thing)));
  }

  /** Ends it when some time has gone by, unless it has ended before. */
  private void endInTime(Invocation call, boolean fails) {
    Thing self = call.self();
    Value value = fails ? Value.NULL : call.argument(0);
    call.machine()
        .spawnInternal(
            call.goroutine(),
            Goroutine.Kind.TIMER,
            call.at(),
            timer -> new Expiry(call, this, timer, value, fails));
    call.give(self);
  }

  static void startThread(Invocation call, Goroutine.Kind kind) {
    Future thread = new Future();
    Thing thing = makeThread(call, thread);
    thread.start(call, thing, call.argument(0), kind);
    call.give(thing);
  }

  /** A thread that a builder starts. */
  static void startBuilt(Invocation call, Goroutine.Kind kind) {
    Future thread = new Future();
    Thing thing = makeThread(call, thread);
    inheritHandler(call.self(), thing);
    thread.start(call, thing, call.argument(0), kind);
    call.give(thing);
  }

  /** A thread that a builder leaves to be started. */
  static void unstartedThread(Invocation call) {
    Future thread = new Future();
    Thing thing = makeThread(call, thread);
    inheritHandler(call.self(), thing);
    thread.body = call.argument(0);
    call.give(thing);
  }

  private static Thing makeThread(Invocation call, Future thread) {
    Thing thing = call.machine().allocate(call.goroutine(), "java.lang.Thread", call.at());
    thing.setFacet(thread);
    return thing;
  }

  // ---- who hears of an exception that a thread dies of

  static void setHandler(Thing threadOrBuilder, Value handler) {
    threadOrBuilder.fields().put(HANDLER, handler);
  }

  private static void inheritHandler(Thing builder, Thing thread) {
    Value handler = builder.fields().get(HANDLER);
    if (handler != null) {
      setHandler(thread, handler);
    }
  }

  private static void giveHandler(Invocation call) {
    Value handler = call.self().fields().get(HANDLER);
    call.give(handler != null ? handler : openProperty(call));
  }

  // ---- what of a thread may be anything, and stays as it is

  /** Whether a method gives such a property. */
  static boolean isQuestion(MethodRef method) {
    return method.owner().equals("java.lang.Thread") && OPEN_PROPERTIES.contains(method.name());
  }

  private static Value openProperty(Invocation call) {
    return call.machine()
        .derive(call.method().name(), List.of(call.self()), call.method().result());
  }

  void constructThread(Invocation call) {
    for (Value argument : call.arguments()) {
      if (argument instanceof Thing) {
        body = argument;
      }
    }
    call.done();
  }

  /** Runs a body in a goroutine of its own; its exception becomes the failure. */
  void run(Invocation call, Thing self, Goroutine.Kind kind, Value task) {
    runner =
        call.machine()
            .spawn(
                call.goroutine(),
                kind,
                task,
                call.at(),
                (child, value) -> finish(call.machine(), child, self, value, null, call),
                (child, exception) ->
                    finish(call.machine(), child, self, Value.NULL, exception, call));
  }

  private void start(Invocation call, Thing self, Value task, Goroutine.Kind kind) {
    started = true;
    runner =
        call.machine()
            .spawn(
                call.goroutine(),
                kind,
                task,
                call.at(),
                (child, value) -> finish(call.machine(), child, self, Value.NULL, null, call),
                null);
  }

  private void finish(
      Machine machine,
      Goroutine by,
      Thing self,
      Value value,
      @Nullable Value exception,
      Invocation call) {
    complete(machine, by, self, value, exception, call, () -> machine.deliver(by, Value.NULL));
  }

  /** Ends it unless it has ended, does what is to be done at its end, and then goes on. */
  void complete(
      Machine machine,
      Goroutine by,
      Thing self,
      Value value,
      @Nullable Value exception,
      Invocation call,
      Runnable then) {
    end(machine, by, self, value, exception, call);
    tell(by, then);
  }

  private boolean end(
      Machine machine,
      Goroutine by,
      Thing self,
      Value value,
      @Nullable Value exception,
      Invocation call) {
    if (done) {
      return false;
    }
    done = true;
    result = value;
    failure = exception;
    ended.join(by.clock());
    by.clock().tick(by.number());
    machine.note(by, Operation.DONE, self, call.at());
    return true;
  }

  @Override
  public @Nullable Handler method(String name, int arity) {
    return switch (name) {
      case "start" -> this::startThread;
      case "run" -> running(task);
      case "join", "get" -> this::await;
      case "getNow" -> call -> call.observably(Operation.ATOMIC, () -> getNow(call));
      case "resultNow" -> call -> call.observably(Operation.ATOMIC, () -> resultNow(call));
      case "complete", "completeExceptionally", "cancel" ->
          call -> call.observably(Operation.DONE, () -> completeByHand(call));
      case "thenApply", "thenApplyAsync" -> call -> then(call, Stage.Way.APPLY);
      case "thenAccept", "thenAcceptAsync" -> call -> then(call, Stage.Way.APPLY);
      case "thenRun", "thenRunAsync" -> call -> then(call, Stage.Way.RUN);
      case "thenCompose", "thenComposeAsync" -> call -> then(call, Stage.Way.COMPOSE);
      case "thenCombine", "thenCombineAsync", "thenAcceptBoth", "thenAcceptBothAsync" ->
          call -> withBoth(call, Stage.Way.APPLY);
      case "runAfterBoth", "runAfterBothAsync" -> call -> withBoth(call, Stage.Way.RUN);
      case "applyToEither", "applyToEitherAsync", "acceptEither", "acceptEitherAsync" ->
          call -> withFirst(call, Stage.Way.APPLY);
      case "runAfterEither", "runAfterEitherAsync" -> call -> withFirst(call, Stage.Way.RUN);
      case "orTimeout" -> call -> endInTime(call, true);
      case "completeOnTimeout" -> call -> endInTime(call, false);
      case "handle", "handleAsync" -> call -> then(call, Stage.Way.HANDLE);
      case "whenComplete", "whenCompleteAsync" -> call -> then(call, Stage.Way.WATCH);
      case "exceptionally" -> call -> then(call, Stage.Way.RECOVER);
      case "toCompletableFuture" -> Invocation::giveSelf;
      case "isCompletedExceptionally" ->
          call ->
              call.observably(Operation.ATOMIC, () -> call.give(Value.of(done && failure != null)));
      case "isCancelled" ->
          call -> call.observably(Operation.ATOMIC, () -> call.give(Value.of(isCancelled(call))));
      case "isDone" -> call -> call.observably(Operation.ATOMIC, () -> call.give(Value.of(done)));
      case "isAlive" ->
          call -> call.observably(Operation.ATOMIC, () -> call.give(Value.of(started && !done)));
      case "setDaemon", "setName", "setPriority" -> Invocation::done;
      case "setUncaughtExceptionHandler" ->
          call -> {
            setHandler(call.self(), call.argument(0));
            call.done();
          };
      case "getUncaughtExceptionHandler" -> Future::giveHandler;
      case "threadId", "getId" -> call -> call.give(openProperty(call));
      case "interrupt" -> this::interrupt;
      case "isInterrupted" -> call -> call.give(Value.FALSE);
      case "getName" -> Invocation::giveInput;
      default -> null;
    };
  }

  private void interrupt(Invocation call) {
    if (runner != null) {
      runner.interrupt();
    }
    call.done();
  }

  /** What it is the future of. */
  void isOf(Value function) {
    task = function;
  }

  private @Nullable Handler running(@Nullable Value function) {
    return function == null ? null : call -> runTask(call, function);
  }

  private void runTask(Invocation call, Value function) {
    if (done) {
      call.done();
      return;
    }
    Goroutine by = call.goroutine();
    Machine machine = call.machine();
    machine.callBack(
        by,
        "run",
        function,
        List.of(),
        value -> finish(machine, by, call.self(), value, null, call),
        exception -> finish(machine, by, call.self(), Value.NULL, exception, call),
        call.at());
  }

  /** Who runs what it is the future of. */
  void isRunBy(Goroutine goroutine) {
    runner = goroutine;
  }

  /** Stops caring about the task: it is interrupted if it runs. */
  void abandon() {
    if (runner != null) {
      runner.interrupt();
    }
  }

  boolean hasFailed() {
    return failure != null;
  }

  Value result() {
    return result;
  }

  /** What its end orders. */
  Clock ended() {
    return ended;
  }

  private void startThread(Invocation call) {
    Thing self = call.self();
    start(call, self, body != null ? body : self, Goroutine.Kind.THREAD);
    call.done();
  }

  private void completeByHand(Invocation call) {
    boolean succeeds = call.method().name().equals("complete");
    Value given = succeeds ? call.argument(0) : Value.NULL;
    Value exception = succeeds ? null : thrown(call);
    boolean ends = end(call.machine(), call.goroutine(), call.self(), given, exception, call);
    tell(call.goroutine(), () -> call.give(Value.of(ends)));
  }

  /** With what a future ends that is ended by hand; null if that is not known. */
  private static @Nullable Value thrown(Invocation call) {
    if (call.method().name().equals("cancel")) {
      return call.machine().exception(call.goroutine(), CANCELLED, "cancelled", call.at());
    }
    return call.thing(0);
  }

  private boolean isCancelled(Invocation call) {
    return failure instanceof Thing exception
        && call.machine().index().isSubtype(exception.type(), CANCELLED);
  }

  private void await(Invocation call) {
    call.perform(new Await(call, this));
  }

  private void getNow(Invocation call) {
    if (done) {
      giveOutcome(call);
    } else {
      call.give(call.argument(0));
    }
  }

  private void resultNow(Invocation call) {
    if (done && failure == null) {
      giveOutcome(call);
    } else {
      call.raise("java.lang.IllegalStateException", "no result");
    }
  }

  /** Gives the result of what has ended, or raises what says that it failed. */
  private void giveOutcome(Invocation call) {
    call.goroutine().clock().join(ended);
    if (failure == null) {
      call.give(result);
    } else if (isCancelled(call)) {
      call.raise(CANCELLED, "cancelled");
    } else {
      call.raise(
          call.method().name().equals("get")
              ? "java.util.concurrent.ExecutionException"
              : "java.util.concurrent.CompletionException",
          "task failed");
    }
  }

  @Override
  public Collection<Value> contents() {
    return Facet.present(result, failure, body);
  }

  @Override
  public void fingerprint(Fingerprint sink) {
    sink.add((done ? 1 : 0) + (started ? 2 : 0) + dependents.size() * 4L);
    sink.add(result);
    sink.add(failure);
    sink.add(body);
  }

  /**
   * What is done with the outcome of a future: by who ends it, or who asks for it afterwards; if it
   * is asynchronous, by a goroutine of its own.
   */
  private record Stage(
      Invocation call, Future source, @Nullable Future other, Way way, Future next, Thing thing) {
    /** With what the function is called, and what becomes of its result. */
    enum Way {
      /** With the result, or the results of two. */
      APPLY,
      /** With nothing. */
      RUN,
      /** With the result; it gives another future. */
      COMPOSE,
      /** With result and failure. */
      HANDLE,
      /** With result and failure, which remain. */
      WATCH,
      /** With the failure. */
      RECOVER
    }

    void start(Goroutine by, Runnable then) {
      boolean failed = failure() != null;
      boolean isSkipped =
          switch (way) {
            case APPLY, RUN, COMPOSE -> failed;
            case RECOVER -> !failed;
            case HANDLE, WATCH -> false;
          };
      if (isSkipped) {
        complete(by, source.result, failure(), then);
      } else if (call.method().name().endsWith("Async")) {
        call.machine()
            .spawnInternal(
                by,
                Goroutine.Kind.GOROUTINE,
                call.at(),
                self -> new Turn(this, self, () -> call.machine().deliver(self, Value.NULL)));
        then.run();
      } else {
        as(by).perform(new Turn(this, by, then));
      }
    }

    private Invocation as(Goroutine by) {
      return new Invocation(
          call.machine(), by, call.method(), call.receiver(), call.arguments(), call.at());
    }

    private @Nullable Value failure() {
      return source.failure != null || other == null ? source.failure : other.failure;
    }

    void call(Goroutine self, Runnable then) {
      self.clock().join(source.ended);
      if (other != null) {
        self.clock().join(other.ended);
      }
      call.machine()
          .callBack(
              self,
              call.method().name(),
              call.argument(0),
              arguments(),
              result -> end(self, result, then),
              exception -> complete(self, Value.NULL, exception, then),
              call.at());
    }

    private List<Value> arguments() {
      Value failure = source.failure == null ? Value.NULL : source.failure;
      return switch (way) {
        case RUN -> List.of();
        case APPLY -> other == null ? List.of(source.result) : List.of(source.result, other.result);
        case COMPOSE -> List.of(source.result);
        case RECOVER -> List.of(failure);
        case HANDLE, WATCH -> List.of(source.result, failure);
      };
    }

    private void end(Goroutine self, Value result, Runnable then) {
      Future inner = way == Way.COMPOSE ? of(result) : null;
      if (inner != null) {
        inner.onEnd(self, (by, after) -> complete(by, inner.result, inner.failure, after), then);
      } else if (way == Way.WATCH) {
        complete(self, source.result, source.failure, then);
      } else {
        complete(self, result, null, then);
      }
    }

    private void complete(Goroutine by, Value value, @Nullable Value exception, Runnable then) {
      next.complete(call.machine(), by, thing, value, exception, call, then);
    }
  }

  /** The start of a stage. */
  private static final class Turn extends Pending {
    private final Stage stage;
    private final Goroutine self;
    private final Runnable then;

    Turn(Stage stage, Goroutine self, Runnable then) {
      super(Operation.RUN, null, stage.call().at());
      this.stage = stage;
      this.self = self;
      this.then = then;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void perform() {
      stage.call(self, then);
    }

    @Override
    public void force() {
      perform();
    }

    @Override
    public void fingerprint(Fingerprint sink) {
      super.fingerprint(sink);
      sink.add(stage.thing());
      sink.add(stage.call().receiver());
    }
  }

  /** The moment at which a future is ended that has not ended in time. */
  private static final class Expiry extends Pending {
    private final Invocation call;
    private final Future future;
    private final Goroutine timer;
    private final Value value;
    private final boolean fails;

    Expiry(Invocation call, Future future, Goroutine timer, Value value, boolean fails) {
      super(Operation.PAUSE, null, call.at());
      this.call = call;
      this.future = future;
      this.timer = timer;
      this.value = value;
      this.fails = fails;
    }

    @Override
    public boolean isReady() {
      return !future.done;
    }

    @Override
    public boolean isTimed() {
      return true;
    }

    @Override
    public void perform() {
      Value exception =
          fails
              ? call.machine()
                  .exception(timer, "java.util.concurrent.TimeoutException", "timed out", call.at())
              : null;
      future.finish(call.machine(), timer, call.self(), value, exception, call);
    }

    @Override
    public void force() {
      perform();
    }
  }

  /** The wait for the end. */
  private static final class Await extends Pending {
    private final Invocation call;
    private final Future future;

    Await(Invocation call, Future future) {
      super(Operation.AWAIT, call.self(), call.at());
      this.call = call;
      this.future = future;
    }

    @Override
    public boolean isReady() {
      return future.done || isTimed();
    }

    @Override
    public boolean isTimed() {
      return call.goroutine().isParked() && !call.arguments().isEmpty();
    }

    @Override
    public void perform() {
      if (!future.done) {
        timeOut();
        return;
      }
      future.giveOutcome(call);
    }

    private void timeOut() {
      if (call.method().name().equals("join")) {
        call.give(Value.FALSE);
      } else {
        call.raise("java.util.concurrent.TimeoutException", "timed out");
      }
    }

    @Override
    public void force() {
      call.give(call.machine().fresh("java.lang.Object", true));
    }
  }
}

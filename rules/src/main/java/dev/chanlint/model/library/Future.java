package dev.chanlint.model.library;

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
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Something that ends once, with a result or an exception: a future, or a thread. */
public final class Future implements Facet {

  static final String TYPE = "java.util.concurrent.CompletableFuture";

  private final Clock ended = new Clock();
  private final List<Runnable> dependents = new ArrayList<>();
  private boolean done;
  private Value result = Value.NULL;
  private @Nullable Value failure;
  private @Nullable Value body;
  private boolean started;

  Future() {}

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
      case "startVirtualThread" -> Future::virtualThread;
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

  private static void virtualThread(Invocation call) {
    Future thread = new Future();
    Thing thing = call.machine().allocate(call.goroutine(), "java.lang.Thread", call.at());
    thing.setFacet(thread);
    thread.start(call, thing, call.argument(0), Goroutine.Kind.GOROUTINE);
    call.give(thing);
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
    Goroutine[] child = new Goroutine[1];
    Consumer<Value> end = v -> finish(call.machine(), child[0], self, v, null, call);
    Consumer<Value> fail = e -> finish(call.machine(), child[0], self, Value.NULL, e, call);
    child[0] = call.machine().spawn(call.goroutine(), kind, task, call.at(), end, fail);
  }

  private void start(Invocation call, Thing self, Value task, Goroutine.Kind kind) {
    Goroutine[] child = new Goroutine[1];
    started = true;
    Consumer<Value> end = v -> finish(call.machine(), child[0], self, Value.NULL, null, call);
    child[0] = call.machine().spawn(call.goroutine(), kind, task, call.at(), end, null);
  }

  private void finish(
      Machine machine,
      @Nullable Goroutine by,
      Thing self,
      Value value,
      @Nullable Value exception,
      Invocation call) {
    Goroutine who = by == null ? call.goroutine() : by;
    complete(machine, who, self, value, exception, call);
    machine.deliver(who, Value.NULL);
  }

  boolean complete(
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
    dependents.forEach(Runnable::run);
    dependents.clear();
    return true;
  }

  @Override
  public @Nullable Handler method(String name, int arity) {
    return switch (name) {
      case "start" -> this::startThread;
      case "join", "get", "getNow", "resultNow" -> this::await;
      case "complete", "completeExceptionally", "cancel" ->
          call -> call.observably(Operation.DONE, () -> completeByHand(call));
      case "isDone" -> call -> call.observably(Operation.ATOMIC, () -> call.give(Value.of(done)));
      case "isAlive" ->
          call -> call.observably(Operation.ATOMIC, () -> call.give(Value.of(started && !done)));
      case "setDaemon", "setName", "setPriority", "setUncaughtExceptionHandler" -> Invocation::done;
      case "interrupt" -> Future::interrupt;
      case "isInterrupted" -> call -> call.give(Value.FALSE);
      case "getName" -> Invocation::giveInput;
      default -> null;
    };
  }

  /** What an interrupted goroutine then does is not modelled. */
  private static void interrupt(Invocation call) {
    call.machine().becomeUnsure();
    call.done();
  }

  private void startThread(Invocation call) {
    Thing self = call.self();
    start(call, self, body != null ? body : self, Goroutine.Kind.THREAD);
    call.done();
  }

  private void completeByHand(Invocation call) {
    boolean exceptional = !call.method().name().equals("complete");
    Value given = exceptional ? Value.NULL : call.argument(0);
    Value thrown = exceptional && !call.arguments().isEmpty() ? call.argument(0) : null;
    Value exception = thrown instanceof Thing ? thrown : null;
    call.give(
        Value.of(complete(call.machine(), call.goroutine(), call.self(), given, exception, call)));
  }

  private void await(Invocation call) {
    call.perform(new Await(call, this));
  }

  @Override
  public void fingerprint(Fingerprint sink) {
    sink.add((done ? 1 : 0) + (started ? 2 : 0));
    sink.add(result);
    sink.add(failure);
    sink.add(body);
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
      call.goroutine().clock().join(future.ended);
      Value failure = future.failure;
      if (failure != null) {
        call.machine()
            .raise(
                call.goroutine(),
                call.machine()
                    .exception(
                        call.goroutine(),
                        "java.util.concurrent.ExecutionException",
                        "task failed",
                        call.at()));
      } else {
        call.give(future.result);
      }
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

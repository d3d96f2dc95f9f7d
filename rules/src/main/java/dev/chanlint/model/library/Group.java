package dev.chanlint.model.library;

import dev.chanlint.model.machine.Clock;
import dev.chanlint.model.machine.Facet;
import dev.chanlint.model.machine.Fingerprint;
import dev.chanlint.model.machine.Goroutine;
import dev.chanlint.model.machine.Invocation;
import dev.chanlint.model.machine.Memory;
import dev.chanlint.model.machine.Operation;
import dev.chanlint.model.machine.Pending;
import dev.chanlint.model.machine.Thing;
import dev.chanlint.model.machine.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A counter that others wait for: {@code WaitGroup}, {@code ErrGroup}, {@code CountDownLatch}. */
public final class Group implements Facet {

  /** Which class it models. */
  public enum Kind {
    /** The runtime's WaitGroup. */
    WAIT_GROUP,
    /** The runtime's ErrGroup. */
    ERR_GROUP,
    /** The JDK's CountDownLatch. */
    LATCH
  }

  private final Kind kind;
  private final Clock done = new Clock();
  private final List<Pending> waiting = new ArrayList<>();
  private final List<Pending> released = new ArrayList<>();
  private int count;
  private boolean open;
  private int limit = Integer.MAX_VALUE;
  private @Nullable Value failure;
  private @Nullable Value context;

  Group(Kind kind) {
    this.kind = kind;
  }

  /**
   * Which class it models.
   *
   * @return the kind
   */
  public Kind kind() {
    return kind;
  }

  /**
   * How many are outstanding.
   *
   * @return the counter
   */
  public int count() {
    return count;
  }

  @Override
  public @Nullable Handler method(String name, int arity) {
    return switch (name) {
      case "add" -> call -> call.observably(Operation.ADD, () -> add(call));
      case "done", "countDown" -> this::done;
      case "await" -> call -> call.perform(new Await(call, call.self(), this));
      case "go" -> this::start;
      case "tryGo" -> call -> call.observably(Operation.ADD, () -> startIfRoom(call));
      case "getCount" -> call -> call.give(new Value.Known((long) count));
      case "setLimit" -> this::setLimit;
      default -> null;
    };
  }

  void construct(Invocation call) {
    if (kind == Kind.LATCH) {
      if (call.argument(0) instanceof Value.Known(Integer known)) {
        count = known;
      } else {
        open = true;
      }
    } else if (!call.arguments().isEmpty()) {
      context = call.argument(0);
    }
    call.done();
  }

  private void add(Invocation call) {
    if (call.argument(0) instanceof Value.Known(Integer n)) {
      change(call, n);
    } else {
      open = true;
      call.done();
    }
  }

  private void done(Invocation call) {
    call.machine().note(call.goroutine(), Operation.DONE, call.self(), call.at());
    if (kind == Kind.LATCH && count == 0) {
      call.done();
    } else {
      change(call, -1);
    }
  }

  private void change(Invocation call, int by) {
    if (count + by < 0 && !open) {
      call.raise("java.lang.IllegalStateException", "sync: negative WaitGroup counter");
      return;
    }
    if (by > 0) {
      begin(call);
    }
    advance(call.goroutine(), by);
    call.done();
  }

  /** An add from zero is in conflict with every await. */
  private void begin(Invocation call) {
    if (count == 0 && !open) {
      call.machine().access(call.goroutine(), counter(call.self()), false, false, call.at());
    }
  }

  private static Memory.Location counter(Thing self) {
    return new Memory.Location(self, Memory.COUNTER);
  }

  /** Changes the counter; at zero, all who wait are let go. */
  private void advance(Goroutine by, int change) {
    count += change;
    if (change < 0) {
      done.join(by.clock());
      by.clock().tick(by.number());
    }
    if (count <= 0) {
      released.addAll(waiting);
      waiting.clear();
    }
  }

  private void setLimit(Invocation call) {
    limit = call.argument(0) instanceof Value.Known(Integer n) && n >= 0 ? n : Integer.MAX_VALUE;
    call.done();
  }

  private void start(Invocation call) {
    if (limit == Integer.MAX_VALUE) {
      go(call);
    } else {
      call.perform(new Start(call, call.self(), this));
    }
  }

  private void startIfRoom(Invocation call) {
    boolean isRoom = count < limit;
    if (isRoom) {
      spawn(call);
    }
    call.give(Value.of(isRoom));
  }

  private void go(Invocation call) {
    spawn(call);
    call.done();
  }

  private void spawn(Invocation call) {
    Thing self = call.self();
    begin(call);
    count++;
    call.machine().note(call.goroutine(), Operation.ADD, self, call.at());
    int body = call.arguments().size() - 1;
    call.machine()
        .spawn(
            call.goroutine(),
            Goroutine.Kind.GOROUTINE,
            call.argument(body),
            call.at(),
            (child, value) -> ended(call, self, child),
            kind == Kind.ERR_GROUP
                ? (child, exception) -> failed(call, self, child, exception)
                : null);
  }

  private void ended(Invocation call, Thing self, Goroutine child) {
    call.machine().note(child, Operation.DONE, self, call.at());
    advance(child, -1);
    call.machine().deliver(child, Value.NULL);
  }

  private void failed(Invocation call, Thing self, Goroutine child, Value exception) {
    if (failure == null) {
      failure = exception;
      if (context instanceof Thing thing && thing.facet() instanceof ContextFacet cancelled) {
        cancelled.cancel(call.machine(), child);
      }
    }
    ended(call, self, child);
  }

  @Override
  public void fingerprint(Fingerprint sink) {
    sink.add(count);
    sink.add(failure);
    sink.add(context);
    sink.add(waiting.size() * 100L + released.size());
  }

  /** The start of a goroutine, which waits for room where a limit is set. */
  private static final class Start extends Pending {
    private final Invocation call;
    private final Group group;

    Start(Invocation call, Thing on, Group group) {
      super(Operation.ACQUIRE, on, call.at());
      this.call = call;
      this.group = group;
    }

    @Override
    public boolean isReady() {
      return group.count < group.limit;
    }

    @Override
    public void perform() {
      group.go(call);
    }

    @Override
    public void force() {
      call.done();
    }
  }

  /** The wait for the counter to be zero. */
  private static final class Await extends Pending {
    private final Invocation call;
    private final Group group;

    Await(Invocation call, Thing on, Group group) {
      super(Operation.AWAIT, on, call.at());
      this.call = call;
      this.group = group;
    }

    @Override
    public boolean isReady() {
      return isOver() || isTimed();
    }

    private boolean isOver() {
      return group.open || group.released.contains(this) || (!isQueued() && group.count <= 0);
    }

    private boolean isQueued() {
      return call.goroutine().isParked();
    }

    @Override
    public boolean isTimed() {
      return call.arguments().size() == 2 && isQueued();
    }

    @Override
    public void park() {
      group.waiting.add(this);
    }

    @Override
    public void perform() {
      if (group.waiting.contains(this)) {
        group.waiting.remove(this);
        call.give(Value.FALSE);
        return;
      }
      group.released.remove(this);
      call.machine().access(call.goroutine(), counter(call.self()), true, true, call.at());
      call.goroutine().clock().join(group.done);
      call.goroutine().clock().tick(call.goroutine().number());
      if (group.kind == Kind.ERR_GROUP
          && group.context instanceof Thing thing
          && thing.facet() instanceof ContextFacet context) {
        context.cancel(call.machine(), call.goroutine());
      }
      Value failure = group.failure;
      if (failure != null) {
        call.machine().raise(call.goroutine(), failure);
      } else {
        call.give(call.method().result().equals("boolean") ? Value.TRUE : Value.NULL);
      }
    }

    @Override
    public void force() {
      group.waiting.remove(this);
      call.give(call.method().result().equals("boolean") ? Value.TRUE : Value.NULL);
    }
  }
}

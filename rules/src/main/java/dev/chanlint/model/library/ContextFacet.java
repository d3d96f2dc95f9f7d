package dev.chanlint.model.library;

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
import org.jspecify.annotations.Nullable;

/** A context: a tree whose nodes are cancelled from above, by hand or by time. */
public final class ContextFacet implements Facet {

  static final String TYPE = "dev.chanlint.runtime.CancelContext";

  private final Thing done;
  private final boolean cancellable;
  private final @Nullable ContextFacet parent;
  private final @Nullable Value key;
  private final @Nullable Value value;
  private final List<ContextFacet> children = new ArrayList<>();
  private boolean cancelled;
  private @Nullable Value error;

  private ContextFacet(
      Thing done,
      boolean cancellable,
      @Nullable ContextFacet parent,
      @Nullable Value key,
      @Nullable Value value) {
    this.done = done;
    this.cancellable = cancellable;
    this.parent = parent;
    this.key = key;
    this.value = value;
  }

  /**
   * Its done channel.
   *
   * @return the channel
   */
  public Thing done() {
    return done;
  }

  /**
   * Whether it was cancelled.
   *
   * @return true after that
   */
  public boolean isCancelled() {
    return cancelled;
  }

  static Facet.@Nullable Handler handler(String name) {
    return switch (name) {
      case "background", "todo" -> call -> make(call, null, false, false);
      case "withCancel" -> call -> make(call, call.thing(0), true, false);
      case "withTimeout", "withDeadline" -> call -> make(call, call.thing(0), true, true);
      case "withValue" -> call -> make(call, call.thing(0), false, false);
      default -> null;
    };
  }

  private static void make(
      Invocation call, @Nullable Thing parentThing, boolean cancellable, boolean timed) {
    ContextFacet parent = parentThing == null ? null : parentThing.facet(ContextFacet.class);
    if (parent == null && !call.arguments().isEmpty()) {
      call.giveUnknown();
      return;
    }
    boolean own = cancellable || parent == null;
    Thing done =
        own || parent == null ? Channel.make(call, Value.of(0), !cancellable) : parent.done;
    boolean valued = call.method().name().equals("withValue");
    ContextFacet facet =
        new ContextFacet(
            done,
            cancellable,
            parent,
            valued ? call.argument(1) : null,
            valued ? call.argument(2) : null);
    Thing context = call.machine().allocate(call.goroutine(), TYPE, call.at());
    context.setFacet(facet);
    if (parent != null) {
      parent.children.add(facet);
      if (parent.cancelled) {
        facet.cancel(call.machine(), call.goroutine());
      }
    }
    if (timed) {
      call.machine()
          .spawnInternal(
              call.goroutine(),
              Goroutine.Kind.TIMER,
              call.at(),
              timer -> new Expiry(call, timer, facet));
    }
    call.give(context);
  }

  void cancel(Machine machine, Goroutine by) {
    if (cancelled) {
      return;
    }
    cancelled = true;
    if (cancellable) {
      machine.note(by, Operation.CLOSE, done, done.madeAt());
      Channel channel = done.facet(Channel.class);
      if (channel != null) {
        channel.close(by);
      }
    }
    children.forEach(c -> c.cancel(machine, by));
  }

  @Override
  public @Nullable Handler method(String name, int arity) {
    return switch (name) {
      case "done" -> call -> call.give(done);
      case "cancel", "close" -> call -> call.observably(Operation.CLOSE, () -> cancel(call));
      case "err" -> call -> call.observably(Operation.ATOMIC, () -> call.give(error(call)));
      case "deadline" -> Invocation::giveInput;
      case "value" -> call -> call.give(find(call.argument(0)));
      default -> null;
    };
  }

  private void cancel(Invocation call) {
    cancel(call.machine(), call.goroutine());
    call.done();
  }

  private Value error(Invocation call) {
    if (!cancelled) {
      return Value.NULL;
    }
    Value known = error;
    if (known == null) {
      known =
          call.machine()
              .exception(
                  call.goroutine(),
                  "java.util.concurrent.CancellationException",
                  "context canceled",
                  call.at());
      error = known;
    }
    return known;
  }

  private Value find(Value wanted) {
    for (ContextFacet c = this; c != null; c = c.parent) {
      if (c.key != null && c.value != null && c.key.equals(wanted)) {
        return c.value;
      }
    }
    return Value.NULL;
  }

  /** With it all that derive from it can be cancelled. */
  @Override
  public Collection<Value> contents() {
    List<Value> contents = new ArrayList<>(Facet.present(done, key, value));
    children.forEach(child -> contents.addAll(child.contents()));
    return contents;
  }

  @Override
  public void fingerprint(Fingerprint sink) {
    sink.add(done);
    sink.add(cancelled ? 1 : 0);
    sink.add(value);
  }

  /** The deadline, which may come at any time. */
  private static final class Expiry extends Pending {
    private final Invocation call;
    private final Goroutine timer;
    private final ContextFacet context;

    Expiry(Invocation call, Goroutine timer, ContextFacet context) {
      super(Operation.PAUSE, null, call.at());
      this.call = call;
      this.timer = timer;
      this.context = context;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public boolean isTimed() {
      return true;
    }

    @Override
    public void perform() {
      context.cancel(call.machine(), timer);
    }

    @Override
    public void force() {
      perform();
    }
  }
}

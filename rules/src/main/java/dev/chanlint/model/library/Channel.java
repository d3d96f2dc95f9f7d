package dev.chanlint.model.library;

import dev.chanlint.model.code.Position;
import dev.chanlint.model.machine.Clock;
import dev.chanlint.model.machine.Fingerprint;
import dev.chanlint.model.machine.Goroutine;
import dev.chanlint.model.machine.Invocation;
import dev.chanlint.model.machine.Iterated;
import dev.chanlint.model.machine.Machine;
import dev.chanlint.model.machine.Operation;
import dev.chanlint.model.machine.Thing;
import dev.chanlint.model.machine.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A channel with the semantics of the Go specification and the happens-before edges of the Go
 * memory model.
 */
public final class Channel implements Iterated {

  static final String TYPE = "dev.chanlint.runtime.Chan";
  static final String CLOSED = "dev.chanlint.runtime.ChannelClosedException";

  /** A value on its way, with what its sender knew. */
  record Message(Value value, Clock sent) {}

  /**
   * A goroutine that waits in a queue of the channel.
   *
   * @param goroutine who
   * @param value what it sends; null for a receiver
   * @param completion receives the value and whether the channel was open
   */
  record Waiter(
      Goroutine goroutine, @Nullable Value value, BiConsumer<Value, Boolean> completion) {}

  private final Value capacity;
  private final boolean isNil;
  private final Deque<Message> buffer = new ArrayDeque<>();
  private final Deque<Waiter> senders = new ArrayDeque<>();
  private final Deque<Waiter> receivers = new ArrayDeque<>();
  private final Deque<Clock> received = new ArrayDeque<>();
  private boolean closed;
  private final Clock closing = new Clock();

  private @Nullable Thing self;

  Channel(Value capacity, boolean isNil) {
    this.capacity = capacity;
    this.isNil = isNil;
  }

  /**
   * How many values it holds.
   *
   * @return a number, known or not
   */
  public Value capacity() {
    return capacity;
  }

  /**
   * Whether it is the channel that is never ready.
   *
   * @return true for {@code Chan.nil()}
   */
  public boolean isNil() {
    return isNil;
  }

  /**
   * Whether it is closed.
   *
   * @return true after close
   */
  public boolean isClosed() {
    return closed;
  }

  /**
   * How many values are in it.
   *
   * @return the number
   */
  public int length() {
    return buffer.size();
  }

  static Thing make(Invocation call, Value capacity, boolean isNil) {
    Thing thing = call.machine().allocate(call.goroutine(), TYPE, call.at());
    Channel channel = new Channel(capacity, isNil);
    channel.self = thing;
    thing.setFacet(channel);
    return thing;
  }

  // ---- readiness

  boolean canSend(Machine machine) {
    return !isNil && (closed || !receivers.isEmpty() || hasRoom(machine));
  }

  boolean canReceive() {
    return !isNil && (!buffer.isEmpty() || !senders.isEmpty() || closed);
  }

  private boolean hasRoom(Machine machine) {
    return switch (capacity) {
      case Value.Known(Integer known) -> buffer.size() < known;
      case Value.Known k -> false;
      case Value.Null n -> false;
      default ->
          machine.decide(
              machine.derive("<", List.of(Value.of(buffer.size()), capacity), "boolean"), true);
    };
  }

  /** The null that a receive from this channel gives once it is closed. */
  private Value nothing() {
    return self == null ? Value.NULL : new Value.Null(new Value.Origin.Closed(self));
  }

  // ---- operations that are ready

  /** Sends; false if the channel is closed. */
  boolean send(Goroutine by, Value value) {
    if (closed) {
      return false;
    }
    if (!receivers.isEmpty()) {
      Waiter receiver = receivers.removeFirst();
      exchange(by, receiver.goroutine());
      wake(receiver, value, true);
      return true;
    }
    if (!received.isEmpty() && buffer.size() + received.size() >= knownCapacity()) {
      by.clock().join(received.removeFirst());
    }
    buffer.add(new Message(value, by.clock().copy()));
    by.clock().tick(by.number());
    return true;
  }

  private int knownCapacity() {
    return capacity instanceof Value.Known(Integer known) ? known : Integer.MAX_VALUE;
  }

  /** Receives. */
  void receive(Goroutine by, BiConsumer<Value, Boolean> completion) {
    if (!buffer.isEmpty()) {
      Message message = buffer.removeFirst();
      received.add(by.clock().copy());
      by.clock().join(message.sent());
      by.clock().tick(by.number());
      admitSender();
      completion.accept(message.value(), true);
    } else if (!senders.isEmpty()) {
      Waiter sender = senders.removeFirst();
      exchange(by, sender.goroutine());
      Value value = java.util.Objects.requireNonNull(sender.value());
      wake(sender, Value.NULL, true);
      completion.accept(value, true);
    } else {
      by.clock().join(closing);
      completion.accept(nothing(), false);
    }
  }

  private void admitSender() {
    if (!senders.isEmpty()) {
      Waiter sender = senders.removeFirst();
      Goroutine goroutine = sender.goroutine();
      if (!received.isEmpty()) {
        goroutine.clock().join(received.removeFirst());
      }
      buffer.add(
          new Message(java.util.Objects.requireNonNull(sender.value()), goroutine.clock().copy()));
      goroutine.clock().tick(goroutine.number());
      wake(sender, Value.NULL, true);
    }
  }

  /** Closes; false if it was closed. */
  boolean close(Goroutine by) {
    if (closed) {
      return false;
    }
    closed = true;
    closing.join(by.clock());
    by.clock().tick(by.number());
    for (Waiter receiver : List.copyOf(receivers)) {
      receiver.goroutine().clock().join(closing);
      wake(receiver, nothing(), false);
    }
    for (Waiter sender : List.copyOf(senders)) {
      wake(sender, Value.NULL, false);
    }
    receivers.clear();
    senders.clear();
    return true;
  }

  private static void exchange(Goroutine a, Goroutine b) {
    Clock before = a.clock().copy();
    a.clock().join(b.clock());
    b.clock().join(before);
    a.clock().tick(a.number());
    b.clock().tick(b.number());
  }

  private static void wake(Waiter waiter, Value value, boolean open) {
    waiter.completion().accept(value, open);
  }

  void await(Waiter waiter) {
    if (!isNil) {
      (waiter.value() == null ? receivers : senders).add(waiter);
    }
  }

  void forget(Goroutine goroutine) {
    receivers.removeIf(w -> w.goroutine() == goroutine);
    senders.removeIf(w -> w.goroutine() == goroutine);
  }

  // ---- the API

  @Override
  public @Nullable Handler method(String name, int arity) {
    return switch (name) {
      case "send" -> this::send;
      case "receive" -> call -> receive(call, Operation.RECEIVE, (v, ok) -> call.give(v));
      case "receiveOr" ->
          call -> receive(call, Operation.RECEIVE, (v, ok) -> call.give(ok ? v : call.argument(0)));
      case "receiveOk" ->
          call ->
              receive(call, Operation.RECEIVE, (v, ok) -> call.give(Reception.make(call, v, ok)));
      case "trySend" -> call -> call.observably(Operation.TRY, () -> trySend(call));
      case "tryReceive" -> call -> call.observably(Operation.TRY, () -> tryReceive(call));
      case "close" -> call -> call.observably(Operation.CLOSE, () -> close(call));
      case "len" -> call -> call.give(Value.of(buffer.size()));
      case "cap" -> call -> call.give(capacity);
      case "iterator" -> call -> call.give(Iterators.over(call, this));
      default -> null;
    };
  }

  private void receive(Invocation call, Operation operation, BiConsumer<Value, Boolean> then) {
    call.perform(new Receive(call, call.self(), this, operation, call.at(), then));
  }

  private void send(Invocation call) {
    if (call.argument(0) instanceof Value.Null nothing) {
      call.raiseNull(nothing, "send");
    } else {
      call.machine().send(call.goroutine(), call.argument(0), call.at());
      call.perform(new Send(call, this));
    }
  }

  private void trySend(Invocation call) {
    boolean ready = canSend(call.machine());
    if (!ready) {
      drop(call.machine(), call.goroutine(), call.self(), call.at());
      call.give(Value.FALSE);
      return;
    }
    call.machine().note(call.goroutine(), Operation.SEND, call.self(), call.at());
    call.machine().send(call.goroutine(), call.argument(0), call.at());
    if (send(call.goroutine(), call.argument(0))) {
      call.give(Value.TRUE);
    } else {
      call.raise(CLOSED, "send on closed channel");
    }
  }

  /** Notes a send that did not wait; where values wait to be received it loses no wake-up. */
  void drop(Machine machine, Goroutine by, Thing on, Position at) {
    if (buffer.isEmpty()) {
      machine.note(by, Operation.DROP, on, at);
    }
  }

  private void tryReceive(Invocation call) {
    if (!canReceive()) {
      call.give(Value.NULL);
      return;
    }
    call.machine().note(call.goroutine(), Operation.RECEIVE, call.self(), call.at());
    receive(call.goroutine(), (v, ok) -> call.give(Reception.make(call, v, ok)));
  }

  private void close(Invocation call) {
    if (isNil) {
      call.raise(CLOSED, "close of nil channel");
    } else if (close(call.goroutine())) {
      call.done();
    } else {
      call.raise(CLOSED, "close of closed channel");
    }
  }

  @Override
  public Collection<Value> contents() {
    return buffer.stream().map(Message::value).toList();
  }

  // ---- for

  @Override
  public boolean blocksInFor() {
    return true;
  }

  @Override
  public void takeNext(Invocation call, Consumer<@Nullable Value> then) {
    receive(call, Operation.RANGE, (v, ok) -> then.accept(ok ? v : null));
  }

  @Override
  public @Nullable List<Value> elements(Invocation call) {
    return null;
  }

  @Override
  public void fingerprint(Fingerprint sink) {
    sink.add(capacity);
    sink.add((closed ? 1 : 0) + (isNil ? 2 : 0));
    List<Value> values = new ArrayList<>();
    buffer.forEach(m -> values.add(m.value()));
    sink.addAll(values);
    senders.forEach(w -> sink.add(w.goroutine()));
    sink.add(17);
    receivers.forEach(w -> sink.add(w.goroutine()));
  }

  /** A blocking send. */
  private static final class Send extends dev.chanlint.model.machine.Pending {
    private final Invocation call;
    private final Channel channel;

    Send(Invocation call, Channel channel) {
      super(Operation.SEND, call.self(), call.at());
      this.call = call;
      this.channel = channel;
    }

    @Override
    public boolean isReady() {
      return !call.goroutine().isParked() && channel.canSend(call.machine());
    }

    @Override
    public void perform() {
      complete(channel.send(call.goroutine(), call.argument(0)));
    }

    private void complete(boolean open) {
      if (open) {
        call.done();
      } else {
        call.raise(CLOSED, "send on closed channel");
      }
    }

    @Override
    public void park() {
      Goroutine self = call.goroutine();
      channel.await(
          new Waiter(
              self,
              call.argument(0),
              (v, open) -> call.machine().wake(self, () -> complete(open))));
    }

    @Override
    public void force() {
      channel.forget(call.goroutine());
      call.done();
    }

    @Override
    public void fingerprint(Fingerprint sink) {
      super.fingerprint(sink);
      sink.add(call.argument(0));
    }
  }

  /** A blocking receive. */
  private static final class Receive extends dev.chanlint.model.machine.Pending {
    private final Invocation call;
    private final Channel channel;
    private final BiConsumer<Value, Boolean> then;

    Receive(
        Invocation call,
        Thing on,
        Channel channel,
        Operation operation,
        Position at,
        BiConsumer<Value, Boolean> then) {
      super(operation, on, at);
      this.call = call;
      this.channel = channel;
      this.then = then;
    }

    @Override
    public boolean isReady() {
      return !call.goroutine().isParked() && channel.canReceive();
    }

    @Override
    public void perform() {
      channel.receive(call.goroutine(), then);
    }

    @Override
    public void park() {
      Goroutine self = call.goroutine();
      channel.await(
          new Waiter(
              self, null, (v, open) -> call.machine().wake(self, () -> then.accept(v, open))));
    }

    @Override
    public void force() {
      channel.forget(call.goroutine());
      then.accept(call.machine().fresh("java.lang.Object", true), operation() != Operation.RANGE);
    }
  }
}

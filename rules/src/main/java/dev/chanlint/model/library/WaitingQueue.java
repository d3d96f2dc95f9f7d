package dev.chanlint.model.library;

import dev.chanlint.model.machine.Facet;
import dev.chanlint.model.machine.Fingerprint;
import dev.chanlint.model.machine.Invocation;
import dev.chanlint.model.machine.Operation;
import dev.chanlint.model.machine.Pending;
import dev.chanlint.model.machine.Thing;
import dev.chanlint.model.machine.Value;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The JDK's blocking queues: channels that are never closed. */
public final class WaitingQueue implements Facet {

  private Channel channel;

  /** Who removed what was removed last, but for those who waited for it. */
  private Value.@Nullable Origin taken;

  /**
   * An empty queue.
   *
   * @param capacity how many elements it holds
   */
  WaitingQueue(int capacity) {
    this(new Channel(Value.of(capacity), false));
  }

  /**
   * A queue.
   *
   * @param channel what it keeps its elements in
   */
  WaitingQueue(Channel channel) {
    this.channel = channel;
  }

  void construct(Invocation call) {
    if (!call.arguments().isEmpty() && !(call.argument(0) instanceof Thing)) {
      channel = new Channel(call.argument(0), false);
    }
    List<Value> elements = Elements.elements(call, call.argument(0));
    if (elements != null) {
      elements.forEach(element -> channel.send(call.goroutine(), element));
    }
    call.done();
  }

  @Override
  public @Nullable Handler method(String name, int arity) {
    return switch (name) {
      case "put", "putLast", "transfer" -> channel.method("send", 1);
      case "take", "takeFirst" -> channel.method("receive", 0);
      case "offer", "offerLast" -> channel.method("trySend", 1);
      case "add", "addLast" -> call -> call.observably(Operation.TRY, () -> add(call));
      case "poll", "pollFirst" -> call -> call.perform(new Poll(call, this, arity > 0));
      case "remove", "removeFirst" ->
          arity == 0 ? call -> call.observably(Operation.TRY, () -> remove(call)) : null;
      case "peek", "peekFirst" -> call -> call.observably(Operation.ATOMIC, () -> peek(call));
      case "element", "getFirst" -> call -> call.observably(Operation.ATOMIC, () -> element(call));
      case "size" ->
          call -> call.observably(Operation.ATOMIC, () -> call.give(Value.of(channel.length())));
      case "isEmpty" ->
          call ->
              call.observably(Operation.ATOMIC, () -> call.give(Value.of(channel.length() == 0)));
      case "drainTo" -> call -> call.observably(Operation.TRY, () -> drain(call));
      case "clear" -> call -> call.observably(Operation.TRY, () -> drain(call));
      default -> null;
    };
  }

  private void add(Invocation call) {
    if (!channel.canSend(call.machine())) {
      call.raise("java.lang.IllegalStateException", "Queue full");
      return;
    }
    call.machine().note(call.goroutine(), Operation.SEND, call.self(), call.at());
    channel.send(call.goroutine(), call.argument(0));
    call.give(Value.TRUE);
  }

  private void peek(Invocation call) {
    Collection<Value> values = channel.contents();
    call.give(values.isEmpty() ? new Value.Null(taken) : values.iterator().next());
  }

  private void element(Invocation call) {
    if (channel.contents().isEmpty()) {
      call.raiseMissing("java.util.NoSuchElementException", "empty", taken);
    } else {
      peek(call);
    }
  }

  private void remove(Invocation call) {
    if (channel.canReceive()) {
      poll(call);
    } else {
      call.raiseMissing("java.util.NoSuchElementException", "empty", taken);
    }
  }

  private void poll(Invocation call) {
    if (channel.canReceive()) {
      taken = call.takenAway();
      channel.receive(call.goroutine(), (value, ok) -> call.give(value));
    } else {
      call.give(new Value.Null(taken));
    }
  }

  private void drain(Invocation call) {
    int drained = 0;
    while (channel.length() > 0) {
      drained++;
      taken = call.takenAway();
      channel.receive(call.goroutine(), (value, ok) -> keep(call, value));
    }
    call.give(Value.of(drained));
  }

  private static void keep(Invocation call, Value value) {
    Thing target = call.thing(0);
    if (target != null && target.facet() instanceof Sequence sequence) {
      sequence.values().add(value);
    }
  }

  @Override
  public Collection<Value> contents() {
    return List.copyOf(channel.contents());
  }

  @Override
  public void fingerprint(Fingerprint sink) {
    channel.fingerprint(sink);
  }

  /** A look whether there is an element, with a limit of time or none. */
  private static final class Poll extends Pending {
    private final Invocation call;
    private final WaitingQueue queue;
    private final boolean waits;

    Poll(Invocation call, WaitingQueue queue, boolean waits) {
      super(waits ? Operation.RECEIVE : Operation.TRY, call.self(), call.at());
      this.call = call;
      this.queue = queue;
      this.waits = waits;
    }

    @Override
    public boolean isReady() {
      return !waits || queue.channel.canReceive() || isTimed();
    }

    @Override
    public boolean isTimed() {
      return waits && call.goroutine().isParked();
    }

    @Override
    public void perform() {
      queue.poll(call);
    }

    @Override
    public void force() {
      perform();
    }
  }
}

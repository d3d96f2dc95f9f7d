package dev.chanlint.model.library;

import dev.chanlint.model.machine.ArrayFacet;
import dev.chanlint.model.machine.ClosureFacet;
import dev.chanlint.model.machine.Facet;
import dev.chanlint.model.machine.Fingerprint;
import dev.chanlint.model.machine.Goroutine;
import dev.chanlint.model.machine.Invocation;
import dev.chanlint.model.machine.Operation;
import dev.chanlint.model.machine.Pending;
import dev.chanlint.model.machine.Thing;
import dev.chanlint.model.machine.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** {@code Select.select} and its cases. */
public final class Selecting {

  static final String CASE = "dev.chanlint.runtime.Select$Case";

  private Selecting() {}

  /** What a case waits for. */
  public enum Way {
    /** A value. */
    RECEIVE,
    /** Room for a value. */
    SEND,
    /** Time. */
    TIMEOUT,
    /** Nothing. */
    DEFAULT
  }

  /** A case of a select. */
  public static final class Case implements Facet {
    private final Way way;
    private final @Nullable Value channel;
    private final @Nullable Value value;
    private final @Nullable Value body;
    private final @Nullable String adapter;
    private final @Nullable Value adaptation;

    Case(
        Way way,
        @Nullable Value channel,
        @Nullable Value value,
        @Nullable Value body,
        @Nullable String adapter,
        @Nullable Value adaptation) {
      this.way = way;
      this.channel = channel;
      this.value = value;
      this.body = body;
      this.adapter = adapter;
      this.adaptation = adaptation;
    }

    /**
     * What it waits for.
     *
     * @return the kind of case
     */
    public Way way() {
      return way;
    }

    /**
     * The channel.
     *
     * @return the object, null if there is none or it is not known
     */
    public @Nullable Thing thing() {
      return channel instanceof Thing thing ? thing : null;
    }

    @Nullable Channel channel() {
      return channel instanceof Thing thing ? thing.facet(Channel.class) : null;
    }

    /** Whether its channel came in from outside, where somebody may serve it at any time. */
    boolean isOnGivenChannel() {
      return channel instanceof Value.Symbol given && given.isSure();
    }

    @Override
    public @Nullable Handler method(String name, int arity) {
      return switch (name) {
        case "map", "then", "as" -> this::adapt;
        default -> null;
      };
    }

    private void adapt(Invocation call) {
      Thing adapted = call.machine().allocate(call.goroutine(), CASE, call.self().madeAt());
      adapted.setFacet(new Case(way, channel, value, body, call.method().name(), call.argument(0)));
      call.give(adapted);
    }

    @Override
    public Collection<Value> contents() {
      return Facet.present(channel, value, body, adaptation);
    }

    @Override
    public void fingerprint(Fingerprint sink) {
      sink.add(way.ordinal());
      sink.add(channel);
      sink.add(value);
      sink.add(body);
      sink.add(adaptation);
    }
  }

  static Facet.@Nullable Handler handler(String name) {
    return switch (name) {
      case "onReceive" -> call -> make(call, Way.RECEIVE, call.argument(0), null, 1);
      case "onSend" -> call -> make(call, Way.SEND, call.argument(0), call.argument(1), 2);
      case "onTimeout" -> call -> make(call, Way.TIMEOUT, null, null, 1);
      case "onDefault" -> call -> make(call, Way.DEFAULT, null, null, 0);
      case "select" -> Selecting::select;
      default -> null;
    };
  }

  private static void make(
      Invocation call, Way way, @Nullable Value channel, @Nullable Value value, int bodyAt) {
    if (channel instanceof Value.Null) {
      call.raise("java.lang.NullPointerException", "channel");
      return;
    }
    Value body = bodyAt < call.arguments().size() ? call.argument(bodyAt) : null;
    Thing made = call.machine().allocate(call.goroutine(), CASE, call.at());
    made.setFacet(new Case(way, channel, value, body, null, null));
    call.give(made);
  }

  private static void select(Invocation call) {
    List<Case> cases = new ArrayList<>();
    if (call.arguments().size() == 1
        && call.argument(0) instanceof Thing array
        && array.facet() instanceof ArrayFacet elements) {
      for (Value element : elements.elements().values()) {
        if (!(element instanceof Thing thing) || !(thing.facet() instanceof Case one)) {
          call.giveUnknown();
          return;
        }
        cases.add(one);
      }
      watch(call, cases);
      call.perform(new Waiting(call, List.copyOf(cases)));
    } else {
      call.giveUnknown();
    }
  }

  /** Notes which channels are looked at together, and hands out what is offered. */
  private static void watch(Invocation call, List<Case> cases) {
    for (Case one : cases) {
      Thing channel = one.thing();
      if (channel != null) {
        call.machine().note(call.goroutine(), Operation.WATCH, channel, call.at());
      }
      if (one.value != null) {
        call.machine().send(call.goroutine(), one.value, call.at());
      }
    }
  }

  /** A select that a goroutine performs. */
  public static final class Waiting extends Pending {
    private final Invocation call;
    private final List<Case> cases;
    private boolean waited;

    Waiting(Invocation call, List<Case> cases) {
      super(Operation.SELECT, null, call.at());
      this.call = call;
      this.cases = cases;
    }

    /**
     * What it waits for.
     *
     * @return the cases in order
     */
    public List<Case> cases() {
      return cases;
    }

    @Override
    public boolean isReady() {
      if (call.goroutine().isParked()) {
        return isTimed();
      }
      return has(Way.DEFAULT) || hasUnknownChannel() || !ready().isEmpty();
    }

    @Override
    public boolean isTimed() {
      return call.goroutine().isParked() && has(Way.TIMEOUT) || hasUnknownChannel();
    }

    private boolean has(Way way) {
      return cases.stream().anyMatch(c -> c.way == way);
    }

    /**
     * Whether one of its channels is not known, so that anything can happen.
     *
     * @return true if so
     */
    public boolean hasUnknownChannel() {
      return cases.stream().anyMatch(c -> c.channel != null && c.channel() == null);
    }

    private List<Case> ready() {
      return cases.stream().filter(this::isReady).toList();
    }

    private boolean isReady(Case one) {
      Channel channel = one.channel();
      return switch (one.way) {
        case RECEIVE -> channel != null && channel.canReceive();
        case SEND -> channel != null && channel.canSend(call.machine());
        case TIMEOUT, DEFAULT -> false;
      };
    }

    @Override
    public void perform() {
      List<Case> ready = new ArrayList<>(waited ? timedOut() : ready());
      withdraw();
      if (ready.isEmpty()) {
        cases.stream().filter(c -> c.way == Way.DEFAULT).forEach(ready::add);
        dropSends();
      }
      cases.stream().filter(Case::isOnGivenChannel).forEach(ready::add);
      if (ready.isEmpty()) {
        call.machine().becomeUnsure();
        call.giveUnknown();
        return;
      }
      take(ready.get(call.machine().choosePartner(ready.size())));
    }

    private void dropSends() {
      for (Case one : cases) {
        Channel channel = one.channel();
        Thing thing = one.thing();
        if (one.way == Way.SEND && channel != null && thing != null) {
          channel.drop(call.machine(), call.goroutine(), thing, call.at());
        }
      }
    }

    private List<Case> timedOut() {
      return cases.stream().filter(c -> c.way == Way.TIMEOUT).toList();
    }

    private void take(Case chosen) {
      if (chosen.isOnGivenChannel()) {
        call.machine().synchronizeWithUnknown();
        chosen(chosen, call.machine().fresh("java.lang.Object", true), true);
        return;
      }
      Goroutine self = call.goroutine();
      Channel channel = chosen.channel();
      switch (chosen.way) {
        case RECEIVE -> {
          call.machine().note(self, Operation.RECEIVE, chosen.thing(), call.at());
          java.util.Objects.requireNonNull(channel).receive(self, (v, ok) -> chosen(chosen, v, ok));
        }
        case SEND -> {
          call.machine().note(self, Operation.SEND, chosen.thing(), call.at());
          Value value = java.util.Objects.requireNonNull(chosen.value);
          sent(chosen, java.util.Objects.requireNonNull(channel).send(self, value));
        }
        case TIMEOUT, DEFAULT -> chosen(chosen, Value.NULL, true);
      }
    }

    private void sent(Case chosen, boolean open) {
      if (open) {
        chosen(chosen, Value.NULL, true);
      } else {
        call.raise(Channel.CLOSED, "send on closed channel");
      }
    }

    @Override
    public void park() {
      waited = true;
      Goroutine self = call.goroutine();
      for (Case one : cases) {
        Channel channel = one.channel();
        if (channel != null) {
          channel.await(
              new Channel.Waiter(
                  self,
                  one.way == Way.SEND ? one.value : null,
                  (v, open) -> completed(one, v, open)));
        }
      }
    }

    private void completed(Case one, Value value, boolean open) {
      withdraw();
      Operation operation = one.way == Way.SEND ? Operation.SEND : Operation.RECEIVE;
      call.machine().note(call.goroutine(), operation, one.thing(), call.at());
      call.machine()
          .wake(
              call.goroutine(),
              () -> {
                if (one.way == Way.SEND) {
                  sent(one, open);
                } else {
                  chosen(one, value, open);
                }
              });
    }

    private void withdraw() {
      for (Case one : cases) {
        Channel channel = one.channel();
        if (channel != null) {
          channel.forget(call.goroutine());
        }
      }
    }

    private void chosen(Case one, Value value, boolean open) {
      Value body = one.body;
      if (body == null) {
        adapt(one, one.way == Way.RECEIVE ? value : Value.NULL);
        return;
      }
      call.callBack(body, arguments(body, value, open), ignored -> adapt(one, Value.NULL));
    }

    private List<Value> arguments(Value body, Value value, boolean open) {
      int arity =
          body instanceof Thing thing && thing.facet() instanceof ClosureFacet closure
              ? closure.arity()
              : 0;
      return switch (arity) {
        case 0 -> List.of();
        case 1 -> List.of(value);
        default -> List.of(value, Value.of(open));
      };
    }

    private void adapt(Case one, Value result) {
      Value adaptation = one.adaptation;
      if (one.adapter == null || adaptation == null) {
        call.give(result);
        return;
      }
      Consumer<Value> give = call::give;
      switch (one.adapter) {
        case "map" -> call.callBack(adaptation, List.of(result), give);
        case "then" -> call.callBack(adaptation, List.of(), give);
        default -> call.give(adaptation);
      }
    }

    @Override
    public void force() {
      withdraw();
      if (cases.isEmpty()) {
        call.give(Value.NULL);
        return;
      }
      Case one = cases.get(call.machine().chooseData(cases.size()));
      chosen(one, call.machine().fresh("java.lang.Object", true), true);
    }

    @Override
    public void fingerprint(Fingerprint sink) {
      super.fingerprint(sink);
      cases.forEach(c -> c.fingerprint(sink));
    }
  }
}

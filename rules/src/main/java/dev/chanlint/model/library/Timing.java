package dev.chanlint.model.library;

import dev.chanlint.model.machine.Facet;
import dev.chanlint.model.machine.Fingerprint;
import dev.chanlint.model.machine.Goroutine;
import dev.chanlint.model.machine.Invocation;
import dev.chanlint.model.machine.Operation;
import dev.chanlint.model.machine.Pending;
import dev.chanlint.model.machine.Thing;
import dev.chanlint.model.machine.Value;
import java.util.Collection;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code Timer}, {@code Ticker} and what {@code Time} makes: they go off at any time. */
public final class Timing implements Facet {

  static final String TIMER = "dev.chanlint.runtime.Timer";
  static final String TICKER = "dev.chanlint.runtime.Ticker";

  private final boolean repeats;
  private @Nullable Thing channel;
  private @Nullable Value body;
  private @Nullable Alarm alarm;

  Timing(boolean repeats) {
    this.repeats = repeats;
  }

  /**
   * Whether it goes off again and again.
   *
   * @return true for a ticker
   */
  public boolean repeats() {
    return repeats;
  }

  static Facet.@Nullable Handler handler(String name) {
    return switch (name) {
      case "after" -> call -> Timing.ofChannel(call, false);
      case "tick" -> call -> Timing.ofChannel(call, true);
      case "afterFunc" -> Timing::afterFunc;
      default -> null;
    };
  }

  private static void ofChannel(Invocation call, boolean repeats) {
    Timing timing = new Timing(repeats);
    timing.makeChannel(call);
    timing.arm(call);
    call.give(Objects.requireNonNull(timing.channel));
  }

  private static void afterFunc(Invocation call) {
    Thing timer = call.machine().allocate(call.goroutine(), TIMER, call.at());
    Timing timing = new Timing(false);
    timing.body = call.argument(1);
    timer.setFacet(timing);
    timing.arm(call);
    call.give(timer);
  }

  void construct(Invocation call) {
    makeChannel(call);
    arm(call);
    call.done();
  }

  private void makeChannel(Invocation call) {
    channel = Channel.make(call, Value.of(1), false);
  }

  private void arm(Invocation call) {
    Alarm armed = new Alarm(call, this);
    alarm = armed;
    call.machine()
        .spawnInternal(
            call.goroutine(),
            Goroutine.Kind.TIMER,
            call.at(),
            timer -> {
              armed.timer = timer;
              return armed;
            });
  }

  @Override
  public @Nullable Handler method(String name, int arity) {
    return switch (name) {
      case "channel" -> call -> call.give(channel != null ? channel : Value.NULL);
      case "stop", "close" -> call -> call.observably(Operation.ATOMIC, () -> stop(call));
      case "reset" -> call -> call.observably(Operation.ATOMIC, () -> reset(call));
      default -> null;
    };
  }

  private void stop(Invocation call) {
    call.give(Value.of(disarm()));
  }

  private void reset(Invocation call) {
    boolean was = disarm();
    arm(call);
    call.give(Value.of(was));
  }

  private boolean disarm() {
    Alarm armed = alarm;
    alarm = null;
    if (armed == null || armed.fired) {
      return false;
    }
    armed.stopped = true;
    return true;
  }

  @Override
  public Collection<Value> contents() {
    return Facet.present(channel, body);
  }

  @Override
  public void fingerprint(Fingerprint sink) {
    sink.add(channel);
    sink.add(body);
    Alarm armed = alarm;
    sink.add(armed == null ? 0 : armed.fired ? 1 : 2);
  }

  /** The moment when it goes off. */
  private static final class Alarm extends Pending {
    private final Invocation call;
    private final Timing timing;
    private @Nullable Goroutine timer;
    private boolean stopped;
    private boolean fired;

    Alarm(Invocation call, Timing timing) {
      super(Operation.PAUSE, null, call.at());
      this.call = call;
      this.timing = timing;
    }

    @Override
    public boolean isReady() {
      return !stopped && (!timing.repeats || isTickTaken());
    }

    private boolean isTickTaken() {
      Thing ticks = timing.channel;
      Channel channel = ticks == null ? null : ticks.facet(Channel.class);
      return channel != null && channel.length() == 0;
    }

    @Override
    public boolean isTimed() {
      return true;
    }

    @Override
    public void perform() {
      Goroutine self = Objects.requireNonNull(timer);
      fired = !timing.repeats;
      Value body = timing.body;
      if (body != null) {
        call.machine().spawn(self, Goroutine.Kind.GOROUTINE, body, call.at(), null, null);
        return;
      }
      tick(self);
      if (timing.repeats) {
        call.machine().rearm(self, this);
      }
    }

    private void tick(Goroutine self) {
      Thing ticks = timing.channel;
      Channel channel = ticks == null ? null : ticks.facet(Channel.class);
      if (channel != null && channel.canSend(call.machine())) {
        call.machine().note(self, Operation.SEND, ticks, call.at());
        channel.send(self, unit(self));
      }
    }

    private Value unit(Goroutine self) {
      return call.machine().allocate(self, "java.time.Instant", call.at());
    }

    @Override
    public void force() {
      perform();
    }

    @Override
    public void fingerprint(Fingerprint sink) {
      super.fingerprint(sink);
      sink.add((stopped ? 1 : 0) + (fired ? 2 : 0));
      sink.add(timing.channel);
    }
  }

  static void sleep(Invocation call) {
    call.perform(
        new Pauses(
            true,
            call.at(),
            () -> {
              call.machine().slept(call.goroutine(), call.at());
              call.done();
            }));
  }

  static void yield(Invocation call) {
    call.perform(new Pauses(false, call.at(), call::done));
  }
}

package dev.chanlint.model.library;

import dev.chanlint.model.machine.Clock;
import dev.chanlint.model.machine.Facet;
import dev.chanlint.model.machine.Fingerprint;
import dev.chanlint.model.machine.Invocation;
import dev.chanlint.model.machine.Operation;
import dev.chanlint.model.machine.Pending;
import dev.chanlint.model.machine.Thing;
import dev.chanlint.model.machine.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where goroutines meet: {@code CyclicBarrier} and {@code Phaser}. What those did who arrived in a
 * phase happens before what those do who waited for its end.
 */
public final class Barrier implements Facet {

  private Clock arrivals = new Clock();
  private int parties;
  private int arrived;
  private int phase;
  private boolean open;
  private @Nullable Value action;

  Barrier() {}

  void construct(Invocation call) {
    for (Value argument : call.arguments()) {
      switch (argument) {
        case Value.Known(Integer known) -> parties = known;
        case Thing thing when thing.facet() instanceof Barrier -> open = true;
        case Thing thing -> action = thing;
        default -> open = true;
      }
    }
    call.done();
  }

  @Override
  public @Nullable Handler method(String name, int arity) {
    return switch (name) {
      case "await", "arriveAndAwaitAdvance" ->
          call -> call.observably(Operation.DONE, () -> arriveAndWait(call));
      case "arrive" -> call -> call.observably(Operation.DONE, () -> arrive(call));
      case "arriveAndDeregister" -> call -> call.observably(Operation.DONE, () -> leave(call));
      case "register" -> call -> register(call, 1);
      case "bulkRegister" -> call -> register(call, call.number(0, 0));
      case "awaitAdvance" -> this::awaitAdvance;
      case "getPhase" -> call -> call.give(Value.of(phase));
      case "getParties", "getRegisteredParties" -> call -> call.give(Value.of(parties));
      default -> null;
    };
  }

  private void register(Invocation call, int more) {
    parties += more;
    call.give(Value.of(phase));
  }

  private void arriveAndWait(Invocation call) {
    Advance advance = new Advance(call, this, phase, arrivals, true);
    note(call);
    arrived++;
    endPhase(call, () -> call.perform(advance));
  }

  private void arrive(Invocation call) {
    int reached = phase;
    note(call);
    arrived++;
    endPhase(call, () -> call.give(Value.of(reached)));
  }

  private void leave(Invocation call) {
    int reached = phase;
    note(call);
    parties--;
    endPhase(call, () -> call.give(Value.of(reached)));
  }

  private void awaitAdvance(Invocation call) {
    call.perform(new Advance(call, this, call.number(0, phase), arrivals, false));
  }

  private void note(Invocation call) {
    arrivals.join(call.goroutine().clock());
    call.goroutine().clock().tick(call.goroutine().number());
  }

  /**
   * Ends the phase if all have arrived; the last to come runs the action before the others go on.
   */
  private void endPhase(Invocation call, Runnable then) {
    if (arrived < parties) {
      then.run();
    } else if (action == null) {
      advance();
      then.run();
    } else {
      call.goroutine().clock().join(arrivals);
      call.callBack(
          action,
          List.of(),
          ignored -> {
            note(call);
            advance();
            then.run();
          });
    }
  }

  private void advance() {
    arrived = 0;
    phase++;
    arrivals = new Clock();
  }

  @Override
  public void fingerprint(Fingerprint sink) {
    sink.add(parties * 10_000L + arrived * 100L + phase % 2);
    sink.add(action);
  }

  /** The wait for the end of a phase. */
  public static final class Advance extends Pending {
    private final Invocation call;
    private final Barrier barrier;
    private final int phase;
    private final Clock arrivals;
    private final boolean hasArrived;

    Advance(Invocation call, Barrier barrier, int phase, Clock arrivals, boolean hasArrived) {
      super(Operation.AWAIT, call.self(), call.at());
      this.call = call;
      this.barrier = barrier;
      this.phase = phase;
      this.arrivals = arrivals;
      this.hasArrived = hasArrived;
    }

    /**
     * Whether who waits has arrived, and so can do no more for the end of the phase.
     *
     * @return false if it only looks on
     */
    public boolean hasArrived() {
      return hasArrived;
    }

    @Override
    public boolean isReady() {
      return barrier.open || barrier.phase > phase || isTimed();
    }

    @Override
    public boolean isTimed() {
      return call.goroutine().isParked() && call.arguments().size() == 2;
    }

    @Override
    public void perform() {
      if (barrier.open || barrier.phase > phase) {
        call.goroutine().clock().join(arrivals);
        force();
      } else {
        call.raise("java.util.concurrent.TimeoutException", "timed out");
      }
    }

    @Override
    public void force() {
      call.giveInput();
    }
  }
}

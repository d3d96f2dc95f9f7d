package dev.chanlint.model.search;

import dev.chanlint.model.Panic;
import dev.chanlint.model.code.FieldRef;
import dev.chanlint.model.code.Function;
import dev.chanlint.model.code.Instruction;
import dev.chanlint.model.code.Position;
import dev.chanlint.model.library.Atomic;
import dev.chanlint.model.machine.Access;
import dev.chanlint.model.machine.CodeIndex;
import dev.chanlint.model.machine.Frame;
import dev.chanlint.model.machine.Goroutine;
import dev.chanlint.model.machine.Machine;
import dev.chanlint.model.machine.Memory;
import dev.chanlint.model.machine.Thing;
import dev.chanlint.model.machine.Value;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether an exception comes of the use of what another goroutine has ended. */
final class Teardowns {

  private static final String REFUSAL = "java.lang.IllegalStateException";

  private Teardowns() {}

  /** The closed channel whose null raised an exception, if it was that. */
  static Value.Origin.@Nullable Closed closed(Thing exception) {
    return origin(exception) instanceof Value.Origin.Closed closed ? closed : null;
  }

  /** Whether what was used is gone because another goroutine took it away, in good order. */
  static boolean isOfTakenAway(Run run, Goroutine by, Thing exception) {
    return origin(exception) instanceof Value.Origin.TakenAway && of(run, by, exception) != null;
  }

  /** What took away what was used; null if nothing did, or if the accesses race. */
  static Panic.@Nullable Teardown of(Run run, Goroutine by, Thing exception) {
    Panic.Teardown teardown = find(run, by, exception);
    return teardown == null || isRaced(run, teardown.at()) ? null : teardown;
  }

  private static Panic.@Nullable Teardown find(Run run, Goroutine by, Thing exception) {
    if (origin(exception) instanceof Value.Origin.TakenAway taken) {
      return taken.by() == by
          ? null
          : new Panic.Teardown(Describer.routine(taken.by()), taken.at(), taken.in().name());
    }
    return refusal(run, by, exception);
  }

  private static @Nullable Object origin(Thing exception) {
    return exception.fields().get(Machine.MISSING) instanceof Value.Known(Object origin)
        ? origin
        : null;
  }

  /** An object that says itself that it is closed: by a state that another goroutine has set. */
  private static Panic.@Nullable Teardown refusal(Run run, Goroutine by, Thing exception) {
    if (run.panicStack().isEmpty()
        || !run.machine().index().isSubtype(exception.type(), REFUSAL)
        || !isMadeByProgram(exception)) {
      return null;
    }
    Frame.Code frame = run.panicStack().getFirst();
    Thing self = frame.receiver();
    if (self == null) {
      return null;
    }
    return states(frame.function(), self, run.machine().index())
        .map(state -> change(run.machine(), self, state))
        .filter(Objects::nonNull)
        .filter(change -> change.by() != by)
        .filter(change -> change.in().kind() != Function.Kind.CONSTRUCTOR)
        .map(Teardowns::teardown)
        .findFirst()
        .orElse(null);
  }

  private static Panic.Teardown teardown(Value.Origin.TakenAway change) {
    return new Panic.Teardown(Describer.routine(change.by()), change.at(), change.in().name());
  }

  /** The last change of a field, or of the atomic that is in it. */
  private static Value.Origin.@Nullable TakenAway change(
      Machine machine, Thing self, FieldRef state) {
    if (self.fields().get(state) instanceof Thing thing
        && thing.facet() instanceof Atomic atomic
        && atomic.changed() instanceof Value.Origin.TakenAway change) {
      return change;
    }
    Access write = machine.lastWrite(new Memory.Location(self, state));
    return write == null
        ? null
        : new Value.Origin.TakenAway(write.goroutine(), write.at(), write.function());
  }

  static boolean isMadeByProgram(Thing exception) {
    return instructions(exception.madeIn())
        .anyMatch(i -> i instanceof Instruction.New made && made.at().equals(exception.madeAt()));
  }

  /** The fields of an object by which a function decides, itself or by a method that tells it. */
  private static Stream<FieldRef> states(Function function, Thing self, CodeIndex index) {
    return instructions(function)
        .filter(i -> Dataflow.decidesByIdentity(function, i.at()))
        .flatMap(
            i ->
                switch (i) {
                  case Instruction.LoadField load -> Stream.of(load.field());
                  case Instruction.Call call -> fields(index.dispatch(self.type(), call.method()));
                  default -> Stream.of();
                });
  }

  private static Stream<FieldRef> fields(@Nullable Function function) {
    return function == null
        ? Stream.of()
        : instructions(function)
            .filter(i -> i instanceof Instruction.LoadField)
            .map(i -> ((Instruction.LoadField) i).field());
  }

  private static Stream<Instruction> instructions(Function function) {
    return function.blocks().stream().flatMap(block -> block.instructions().stream());
  }

  private static boolean isRaced(Run run, Position at) {
    return run.races().stream()
        .anyMatch(race -> race.before().at().equals(at) || race.now().at().equals(at));
  }
}

package dev.chanlint.model.search;

import dev.chanlint.model.Panic;
import dev.chanlint.model.code.Function;
import dev.chanlint.model.code.Instruction;
import dev.chanlint.model.code.Position;
import dev.chanlint.model.machine.Access;
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

  /** An object that says itself that it is closed: by a flag that another goroutine has set. */
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
    return flags(frame.function())
        .map(flag -> run.machine().lastWrite(new Memory.Location(self, flag.field())))
        .filter(Objects::nonNull)
        .filter(write -> write.goroutine() != by)
        .filter(write -> write.function().kind() != Function.Kind.CONSTRUCTOR)
        .map(Teardowns::teardown)
        .findFirst()
        .orElse(null);
  }

  private static Panic.Teardown teardown(Access write) {
    return new Panic.Teardown(
        Describer.routine(write.goroutine()), write.at(), write.function().name());
  }

  static boolean isMadeByProgram(Thing exception) {
    return exception.madeIn().blocks().stream()
        .flatMap(block -> block.instructions().stream())
        .anyMatch(i -> i instanceof Instruction.New made && made.at().equals(exception.madeAt()));
  }

  private static Stream<Instruction.LoadField> flags(Function function) {
    return function.blocks().stream()
        .flatMap(block -> block.instructions().stream())
        .filter(i -> i instanceof Instruction.LoadField)
        .map(i -> (Instruction.LoadField) i)
        .filter(load -> load.field().type().equals("boolean"))
        .filter(load -> Dataflow.decidesBranch(function, load.at()));
  }

  private static boolean isRaced(Run run, Position at) {
    return run.races().stream()
        .anyMatch(race -> race.before().at().equals(at) || race.now().at().equals(at));
  }
}

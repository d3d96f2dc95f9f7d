package dev.chanlint.model.search;

import dev.chanlint.model.Endless;
import dev.chanlint.model.Observations;
import dev.chanlint.model.Outliving;
import dev.chanlint.model.Panic;
import dev.chanlint.model.Spin;
import dev.chanlint.model.Subject;
import dev.chanlint.model.code.Function;
import dev.chanlint.model.code.Instruction;
import dev.chanlint.model.code.Position;
import dev.chanlint.model.library.Channel;
import dev.chanlint.model.library.ContextFacet;
import dev.chanlint.model.machine.CodeIndex;
import dev.chanlint.model.machine.Frame;
import dev.chanlint.model.machine.Goroutine;
import dev.chanlint.model.machine.Machine;
import dev.chanlint.model.machine.Thing;
import dev.chanlint.model.machine.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes observations of runs, each kind of thing once. */
final class Collector {

  private final Knots knots;
  private final Races races = new Races();
  private final Start start;
  private final Map<Position, Panic> panics = new LinkedHashMap<>();
  private final Map<Position, Outliving> outlivings = new LinkedHashMap<>();
  private final Map<Position, Endless> endless = new LinkedHashMap<>();
  private final Map<Position, Spin> spins = new LinkedHashMap<>();
  private int unsure;
  private final Set<Position> leaking = new HashSet<>();

  Collector(CodeIndex index, Start start) {
    this.knots = new Knots(index, start);
    this.start = start;
  }

  void collect(Run run, Run.End end, Limits limits) {
    races.add(run);
    Machine machine = run.machine();
    if (machine.isUnsure()) {
      unsure++;
      return;
    }
    collectPanic(run);
    run.spins().forEach(spins::putIfAbsent);
    switch (end) {
      case QUIESCENT -> {
        knots.add(run, limits);
        collectOutliving(machine);
      }
      case CYCLE -> {
        boolean isProven = !start.isFromOutside();
        if (isProven && run.isCycleSettled()) {
          knots.add(run, limits);
          run.cycling().stream()
              .filter(Collector::ignoresCancel)
              .forEach(goroutine -> addEndless(goroutine, true));
        }
        collectEndless(machine, run.cycling(), isProven);
      }
      case LIMIT -> collectEndless(machine, machine.goroutines(), false);
      case OVER, SEEN -> {}
    }
  }

  /** How many runs rested on a guess. */
  int unsure() {
    return unsure;
  }

  Observations result(int runs, boolean complete) {
    leaking.addAll(knots.spawnsOfStuck());
    leaking.addAll(endless.keySet());
    List<Outliving> lost =
        outlivings.values().stream().filter(o -> !leaking.contains(o.spawnedAt())).toList();
    return new Observations(
        knots.result(),
        new ArrayList<>(panics.values()),
        races.result(),
        lost,
        new ArrayList<>(endless.values()),
        spins.values().stream().filter(s -> !isEndless(s)).toList(),
        runs,
        unsure,
        complete && knots.isComplete());
  }

  /** What never ends at all is told as that. */
  private boolean isEndless(Spin spin) {
    Position spawned = spin.routine().spawnedAt();
    return spawned != null && endless.containsKey(spawned);
  }

  private void collectPanic(Run run) {
    Goroutine by = run.panicking();
    Thing exception = run.panic();
    if (by == null || exception == null || by.isInterrupted()) {
      return;
    }
    if (!isForTheCaller(by, exception)
        && !dependsOnEarlierCalls(run, exception)
        && (Teardowns.isOfTakenAway(run, by, exception)
            || !collectUseAfterEnd(run, by, exception))) {
      panics.computeIfAbsent(exception.madeAt(), at -> panic(run, by, exception));
    }
  }

  /** What a function throws itself, and at its caller, is how it answers a wrong call. */
  private boolean isForTheCaller(Goroutine by, Thing exception) {
    return start.isFromOutside()
        && by.kind() == Goroutine.Kind.MAIN
        && Teardowns.isMadeByProgram(exception);
  }

  /**
   * Whether the panic may be for want of what the caller from outside had done before, as to lock
   * what is unlocked here. A channel that was closed was so in this run.
   */
  private static boolean dependsOnEarlierCalls(Run run, Thing exception) {
    Thing object = run.raisedOn(exception);
    return object != null
        && object.facet(Channel.class) == null
        && run.machine().heldOutside().contains(object);
  }

  /** A panic inside an object that another goroutine has closed is that of one that outlived it. */
  private boolean collectUseAfterEnd(Run run, Goroutine by, Thing exception) {
    List<Frame.Code> stack = run.panicStack();
    Position spawned = by.spawnedAt();
    for (int n = stack.size() - 2; n >= 0; n--) {
      Thing receiver = stack.get(n).receiver();
      if (spawned != null && receiver != null && isClosedByAnother(receiver, by)) {
        Position use = stack.get(n + 1).at();
        outlivings.putIfAbsent(
            spawned,
            new Outliving(Describer.routine(by), spawned, spawner(by), use, exception.madeAt()));
        return true;
      }
    }
    return false;
  }

  private static boolean isClosedByAnother(Thing thing, Goroutine by) {
    return thing.closedBy() != null && thing.closedBy() != by;
  }

  private static Panic panic(Run run, Goroutine by, Thing exception) {
    Value message = exception.fields().get(Machine.MESSAGE);
    Value.Origin.Closed closed = Teardowns.closed(exception);
    Thing object = closed == null ? run.raisedOn(exception) : closed.channel();
    Subject subject = object == null ? null : new Describer(run).subject(object);
    return new Panic(
        exception.type(),
        message instanceof Value.Known(String text) ? text : "",
        exception.madeAt(),
        exception.madeIn().name(),
        Describer.routine(by),
        subject,
        isInSelect(exception),
        closed != null,
        Teardowns.of(run, by, exception));
  }

  private static boolean isInSelect(Thing exception) {
    return exception.madeIn().blocks().stream()
        .flatMap(b -> b.instructions().stream())
        .anyMatch(
            i ->
                i instanceof Instruction.Call call
                    && call.at().equals(exception.madeAt())
                    && call.method().name().equals("select"));
  }

  private void collectOutliving(Machine machine) {
    if (!start.endsTheProcess()) {
      return;
    }
    for (Goroutine goroutine : machine.goroutines()) {
      Position effect = goroutine.effectAfterMain();
      Position spawned = goroutine.spawnedAt();
      if (effect != null && spawned != null && goroutine.kind() == Goroutine.Kind.GOROUTINE) {
        outlivings.computeIfAbsent(
            spawned,
            at ->
                new Outliving(Describer.routine(goroutine), at, spawner(goroutine), effect, null));
      }
    }
  }

  private static String spawner(Goroutine goroutine) {
    Function function = goroutine.spawnedIn();
    return function == null ? "" : function.name();
  }

  /**
   * Adds the goroutines that never end.
   *
   * @param proven whether the candidates go round for ever, and nobody outside can stop them
   */
  private void collectEndless(Machine machine, List<Goroutine> candidates, boolean proven) {
    if (!machine.hasMainReturned()) {
      return;
    }
    candidates.forEach(goroutine -> addEndless(goroutine, proven));
  }

  private void addEndless(Goroutine goroutine, boolean proven) {
    Position spawned = goroutine.spawnedAt();
    Frame.Code inside = endlessFrame(goroutine, proven);
    if (spawned != null && inside != null && goroutine.kind() == Goroutine.Kind.GOROUTINE) {
      endless.computeIfAbsent(
          spawned,
          at ->
              new Endless(
                  Describer.routine(goroutine),
                  inside.at(),
                  inside.function().name(),
                  spawned,
                  spawner(goroutine),
                  inside.cannotReturn()));
    }
  }

  /** Whether a goroutine was started with a context that is cancelled by now. */
  private static boolean ignoresCancel(Goroutine goroutine) {
    return goroutine.stack().reversed().stream()
        .filter(frame -> frame.function().kind() != Function.Kind.METHOD_REFERENCE)
        .limit(1)
        .flatMap(frame -> frame.given().stream())
        .map(thing -> thing.facet(ContextFacet.class))
        .anyMatch(context -> context != null && context.isCancelled());
  }

  private static Frame.@Nullable Code endlessFrame(Goroutine goroutine, boolean proven) {
    if (goroutine.isFinished()
        || goroutine.isInterrupted()
        || goroutine.isParked()
        || goroutine.stack().isEmpty()) {
      return null;
    }
    for (Frame.Code frame : goroutine.stack()) {
      if (frame.cannotReturn()) {
        return frame;
      }
    }
    return proven ? goroutine.stack().getLast() : null;
  }
}

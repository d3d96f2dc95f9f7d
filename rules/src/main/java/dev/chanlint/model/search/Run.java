package dev.chanlint.model.search;

import dev.chanlint.model.Spin;
import dev.chanlint.model.code.Function;
import dev.chanlint.model.code.Position;
import dev.chanlint.model.library.StandardLibrary;
import dev.chanlint.model.machine.Access;
import dev.chanlint.model.machine.ArrayFacet;
import dev.chanlint.model.machine.Chooser;
import dev.chanlint.model.machine.CodeIndex;
import dev.chanlint.model.machine.Frame;
import dev.chanlint.model.machine.Goroutine;
import dev.chanlint.model.machine.Machine;
import dev.chanlint.model.machine.Memory;
import dev.chanlint.model.machine.Observer;
import dev.chanlint.model.machine.Operation;
import dev.chanlint.model.machine.Pending;
import dev.chanlint.model.machine.Thing;
import dev.chanlint.model.machine.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One run of the machine under one list of choices. */
final class Run implements Chooser, Observer {

  /** How a run came to its end. */
  enum End {
    /** Nothing can run. */
    QUIESCENT,
    /** A panic, or the end of the process. */
    OVER,
    /** A state was reached that was reached before. */
    SEEN,
    /** The same state was reached twice in this run. */
    CYCLE,
    /** What comes now rests on a guess about code that is not known, and would tell nothing. */
    UNSURE,
    /** Too many steps. */
    LIMIT
  }

  /** Something done to an object. */
  record Event(Goroutine by, Operation operation, Position at, Function function) {}

  /** A race as it was seen. */
  record RaceSeen(Memory.Location location, Access before, Access now) {}

  private static final int MOST_RACES = 200;
  private static final int MOST_ACCESSES = 60;
  private static final int MOST_GOROUTINES = 1_500;
  private static final int CROWD = 40;
  private static final int LONGEST_HISTORY = 40;
  private static final int LONGEST_STREAK = 40;

  private final Machine machine;
  private final Choices choices;
  private final Limits limits;
  private final @Nullable Known known;
  private final Map<Thing, List<Event>> history = new IdentityHashMap<>();
  private final Map<Goroutine, Thing> lastObject = new HashMap<>();
  private final Map<Thing, Thing> raisedOn = new IdentityHashMap<>();
  private final List<RaceSeen> races = new ArrayList<>();
  private final Map<Memory.Location, List<Access>> accesses = new LinkedHashMap<>();
  private final Map<Long, Integer> path = new HashMap<>();
  private final List<Goroutine> order = new ArrayList<>();
  private @Nullable Goroutine panicking;
  private @Nullable Thing panic;
  private List<Frame.Code> panicStack = List.of();
  private List<Goroutine> cycling = List.of();
  private boolean isCycleSettled;
  private int lastChoice;
  private final Map<Position, Spin> spins = new LinkedHashMap<>();
  private final List<Position> streakSites = new ArrayList<>();
  private int preemptions;
  private int streak;
  private int sinceInput;
  private long stepsAtReturn = -1;
  private long shown;
  private boolean showsNew;

  /**
   * A run before its start.
   *
   * @param known what runs before have shown, to which this one adds; null for a repetition
   */
  Run(CodeIndex index, Choices choices, Limits limits, @Nullable Known known) {
    this.machine = new Machine(index, StandardLibrary.INSTANCE, this, this);
    this.choices = choices;
    this.limits = limits;
    this.known = known;
  }

  Machine machine() {
    return machine;
  }

  Choices choices() {
    return choices;
  }

  List<RaceSeen> races() {
    return races;
  }

  Map<Memory.Location, List<Access>> accesses() {
    return accesses;
  }

  @Nullable Goroutine panicking() {
    return panicking;
  }

  /** Whether goroutines did beyond the given choices what no run before has shown. */
  boolean showsNew() {
    return showsNew;
  }

  @Nullable Thing panic() {
    return panic;
  }

  /** Where goroutines go round a loop to wait. */
  Map<Position, Spin> spins() {
    return spins;
  }

  /** The calls that were running when the exception was raised. */
  List<Frame.Code> panicStack() {
    return panicStack;
  }

  /** The goroutines that step in the cycle that ended this run. */
  List<Goroutine> cycling() {
    return cycling;
  }

  /**
   * Whether the cycle that ended this run goes on whatever is drawn: nothing was chosen in it, and
   * no timer is still to go off.
   */
  boolean isCycleSettled() {
    return isCycleSettled;
  }

  List<Event> history(Thing thing) {
    return history.getOrDefault(thing, List.of());
  }

  /** Where a goroutine has looked at both of two channels in one select. */
  boolean areWatchedTogether(Thing one, Thing other, Goroutine by) {
    return history(one).stream()
        .filter(e -> e.operation() == Operation.WATCH && e.by() == by)
        .anyMatch(history(other)::contains);
  }

  /** The objects to which something was done. */
  Set<Thing> objects() {
    return history.keySet();
  }

  /** How much was done so far to each object. */
  Map<Thing, Integer> historySizes() {
    Map<Thing, Integer> sizes = new IdentityHashMap<>();
    history.forEach((thing, events) -> sizes.put(thing, events.size()));
    return sizes;
  }

  /** What the goroutine that met an exception had done something to last. */
  @Nullable Thing raisedOn(Thing exception) {
    return raisedOn.get(exception);
  }

  // ---- running

  End execute(Start start) {
    if (start.isFromOutside()) {
      machine.startFromOutside(start.function());
    } else {
      machine.start(start.function(), arguments(start.function()));
    }
    Goroutine current = machine.goroutines().getFirst();
    while (true) {
      if (machine.isUnsure()) {
        return End.UNSURE;
      }
      if (machine.isOver()) {
        return End.OVER;
      }
      if (isTooLong()) {
        return End.LIMIT;
      }
      List<Goroutine> options = options(current);
      if (options.isEmpty()) {
        return End.QUIESCENT;
      }
      if (options.size() > 1 || streak > LONGEST_STREAK) {
        End end = visit(current);
        if (end != null) {
          return end;
        }
      } else if (options.getFirst() != current && isHandoverKnown()) {
        return End.SEEN;
      }
      Goroutine next = options.get(chosen(current, options.size()));
      if (next != current && isRunning(current)) {
        preemptions++;
      }
      follow(current, next);
      order.add(next);
      machine.step(next);
      current = next;
    }
  }

  private int chosen(Goroutine current, int options) {
    if (options == 1) {
      return 0;
    }
    return isRunning(current) ? choices.nextOfTurn(options) : choices.next(options);
  }

  /** Keeps account of how long, and where, one goroutine goes on without a pause. */
  private void follow(Goroutine current, Goroutine next) {
    Pending pending = next.pending();
    boolean pauses = pending != null && (isPause(pending) || !pending.isReady());
    streak = next == current ? streak + 1 : 0;
    sinceInput++;
    if (next != current || pauses) {
      streakSites.clear();
    }
    if (pending != null && !pauses) {
      streakSites.add(pending.at());
    }
  }

  private static boolean isPause(Pending pending) {
    return pending.operation() == Operation.PAUSE || pending.isTimed();
  }

  private boolean isTooLong() {
    if (machine.hasMainReturned() && stepsAtReturn < 0) {
      stepsAtReturn = machine.steps();
    }
    return machine.steps() > limits.stepsPerRun()
        || order.size() > limits.operationsPerRun()
        || machine.goroutines().size() > MOST_GOROUTINES
        || (stepsAtReturn >= 0 && machine.steps() > stepsAtReturn + limits.stepsAfterMain());
  }

  /** Cuts the run off where it reaches a state that was reached before. */
  private @Nullable End visit(Goroutine current) {
    long state = machine.fingerprint();
    if (isRunning(current)) {
      state = state * 31 + current.number();
    }
    Integer before = path.put(state * 31 + preemptions, order.size());
    if (before != null && isSpin(order.size() - before)) {
      noteSpin(current, order.size() - before);
      if (choices.isBeyondGiven()) {
        return End.SEEN;
      }
    }
    if (before != null && isFair(before)) {
      cycling = order.subList(before, order.size()).stream().distinct().toList();
      isCycleSettled = lastChoice <= before && isFairToTimers();
      return End.CYCLE;
    }
    return before == null && isKnown(state) ? End.SEEN : null;
  }

  /**
   * Whether a run before has shown all that is to come from a state that was reached otherwise. It
   * had as many preemptions left, for those with few come first. But what races depends on how the
   * state was reached: so after a preemption this one goes on, only without alternatives.
   */
  private boolean isKnown(long state) {
    if (known == null || !choices.isBeyondGiven()) {
      return false;
    }
    boolean isNewTrace = known.addTrace(state * 31 + machine.order());
    boolean isNewState = known.addState(state);
    if (!isNewState) {
      choices.close();
    }
    return !isNewTrace || (!isNewState && preemptions == 0);
  }

  /** The same for a state in which only one goroutine can go on, and it is another one's turn. */
  private boolean isHandoverKnown() {
    return known != null
        && choices.isBeyondGiven()
        && machine.goroutines().size() <= CROWD
        && !known.addTrace(machine.fingerprint() * 31 + machine.order());
  }

  /** The same state again, of one goroutine's making alone and without input: it only waits. */
  private boolean isSpin(int length) {
    return length <= streakSites.size() && length <= sinceInput;
  }

  private void noteSpin(Goroutine current, int length) {
    if (!machine.isUnsure()) {
      List<Position> round = streakSites.subList(streakSites.size() - length, streakSites.size());
      Position at = round.stream().min(Position::compareTo).orElseThrow();
      spins.computeIfAbsent(at, k -> new Spin(Describer.routine(current), at, functionOf(current)));
    }
  }

  private static String functionOf(Goroutine goroutine) {
    List<Frame.Code> stack = goroutine.stack();
    return stack.isEmpty() ? "" : stack.getFirst().function().name();
  }

  private boolean isFairToTimers() {
    return machine.goroutines().stream().filter(machine::isEnabled).allMatch(cycling::contains);
  }

  private boolean isFair(int since) {
    Set<Goroutine> stepped = new HashSet<>(order.subList(since, order.size()));
    return machine.goroutines().stream()
        .filter(g -> g.kind() != Goroutine.Kind.TIMER && machine.isEnabled(g))
        .allMatch(stepped::contains);
  }

  private static List<Value> arguments(Function entry) {
    List<Value> arguments = new ArrayList<>();
    for (var parameter : entry.parameters()) {
      Thing array = Machine.emptyArray(parameter.type().replace("[]", ""), entry);
      arguments.add(array);
    }
    return arguments;
  }

  // ---- whose turn it is

  /** Whether the current goroutine could go on without a wait or a pause. */
  private boolean isRunning(Goroutine current) {
    Pending pending = current.pending();
    return machine.isEnabled(current)
        && streak <= LONGEST_STREAK
        && (pending == null || !(pending.isTimed() || pending.yields()));
  }

  private List<Goroutine> options(Goroutine current) {
    List<Goroutine> options = new ArrayList<>();
    boolean running = isRunning(current);
    if (running) {
      options.add(current);
      if (preemptions >= limits.preemptions()) {
        return options;
      }
    }
    List<Goroutine> pausing = new ArrayList<>();
    List<Goroutine> timers = new ArrayList<>();
    List<Goroutine> all = machine.goroutines();
    for (int n = 1; n <= all.size(); n++) {
      Goroutine other = all.get((current.number() + n) % all.size());
      if (!machine.isEnabled(other) || (running && other == current)) {
        continue;
      }
      if (other.kind() == Goroutine.Kind.TIMER) {
        timers.add(other);
      } else if (other == current || isPausing(other)) {
        pausing.add(other);
      } else {
        options.add(other);
      }
    }
    options.addAll(pausing);
    options.addAll(timers);
    return options.size() > CROWD ? new ArrayList<>(options.subList(0, 1)) : options;
  }

  private static boolean isPausing(Goroutine goroutine) {
    Pending pending = goroutine.pending();
    return pending != null && pending.isTimed();
  }

  @Override
  public int choose(Kind kind, int options, int preferred) {
    lastChoice = order.size();
    if (kind != Kind.PARTNER) {
      sinceInput = 0;
    }
    int choice =
        switch (machine.isUnsure() ? Kind.GUESS : kind) {
          case DATA -> choices.nextOfData(options);
          case GUESS -> choices.nextInVain(options);
          case PARTNER -> choices.next(options);
        };
    return (preferred + choice) % options;
  }

  // ---- what happens

  /** Adds to what others could observe of this run, in its order. */
  private void show(Goroutine by, Object what, Position at) {
    shown = ((shown * 31 + by.path()) * 31 + what.hashCode()) * 0x9E3779B97F4A7C15L + at.hashCode();
    if (known != null && choices.isBeyondGiven()) {
      showsNew |= known.addBehaviour(shown);
    }
  }

  @Override
  public void operated(Goroutine by, Operation operation, @Nullable Thing on, Position at) {
    show(by, operation.ordinal() * 31 + (on == null ? 0 : on.madeAt().hashCode()), at);
    if (on == null) {
      return;
    }
    Event event = new Event(by, operation, at, functionOf(by, on));
    List<Event> events = history.computeIfAbsent(on, k -> new ArrayList<>());
    boolean isKnown = operation == Operation.WATCH && events.contains(event);
    if (events.size() < LONGEST_HISTORY && !isKnown) {
      events.add(event);
    }
    if (operation != Operation.WATCH) {
      lastObject.put(by, on);
    }
  }

  private static Function functionOf(Goroutine by, Thing on) {
    List<Frame.Code> stack = by.stack();
    return stack.isEmpty() ? on.madeIn() : stack.getFirst().function();
  }

  @Override
  public void accessed(Memory.Location location, Access now, List<Access> earlier) {
    if (!earlier.isEmpty() && earlier.stream().anyMatch(a -> a.goroutine() != now.goroutine())) {
      List<Access> all = accesses.computeIfAbsent(location, k -> new ArrayList<>(earlier));
      if (all.size() < MOST_ACCESSES) {
        all.add(now);
      }
      earlier.forEach(access -> show(access.goroutine(), access.isWrite(), access.at()));
      show(now.goroutine(), now.isWrite(), now.at());
    }
  }

  @Override
  public void raced(Memory.Location location, Access before, Access now) {
    if (races.size() < MOST_RACES
        && !machine.isUnsure()
        && !machine.isOrderedFromOutside()
        && !before.goroutine().isInterrupted()
        && !now.goroutine().isInterrupted()
        && !isEscaped(location)
        && !isGivenCollection(location)) {
      races.add(new RaceSeen(location, before, now));
    }
  }

  /** A collection that comes in from outside may be one for several threads. */
  private static boolean isGivenCollection(Memory.Location location) {
    Thing owner = location.owner();
    return owner != null
        && owner.madeIn().kind() == Function.Kind.LAUNCHER
        && location.part().equals(Memory.CONTENTS);
  }

  private static boolean isEscaped(Memory.Location location) {
    Thing owner = location.owner();
    return owner != null && owner.hasEscaped() && !(owner.facet() instanceof ArrayFacet);
  }

  @Override
  public void raised(Goroutine by, Thing exception) {
    Thing object = lastObject.get(by);
    if (object != null) {
      raisedOn.put(exception, object);
    }
  }

  @Override
  public void panicked(Goroutine by, Thing exception, List<Frame.Code> stack) {
    panicStack = stack;
    panicking = by;
    panic = exception;
    show(by, exception.type(), exception.madeAt());
  }

  @Override
  public void mainReturned(List<Goroutine> unfinished) {}

  @Override
  public void output(Goroutine by, Position at) {
    show(by, "output", at);
  }
}

package dev.chanlint.model.search;

import dev.chanlint.model.Knot;
import dev.chanlint.model.Subject;
import dev.chanlint.model.Waiting;
import dev.chanlint.model.code.Position;
import dev.chanlint.model.library.Channel;
import dev.chanlint.model.library.Selecting;
import dev.chanlint.model.machine.Acquire;
import dev.chanlint.model.machine.CodeIndex;
import dev.chanlint.model.machine.Frame;
import dev.chanlint.model.machine.Goroutine;
import dev.chanlint.model.machine.Hold;
import dev.chanlint.model.machine.LockFacet;
import dev.chanlint.model.machine.Machine;
import dev.chanlint.model.machine.Operation;
import dev.chanlint.model.machine.Pending;
import dev.chanlint.model.machine.Thing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the causes of stuck states. */
final class Knots {

  private static final int MOST_STUCK = 8;

  /** How much effort all forecasts may take together, in looks at a goroutine. */
  private static final long FORECASTING = 1_000_000_000;

  private final CodeIndex index;
  private final Start start;
  private final Set<String> signatures = new HashSet<>();
  private final Map<String, Knot> knots = new LinkedHashMap<>();
  private final Set<Position> spawnsOfStuck = new HashSet<>();
  private long forecasting;

  Knots(CodeIndex index, Start start) {
    this.index = index;
    this.start = start;
  }

  List<Knot> result() {
    return new ArrayList<>(knots.values());
  }

  /** Where goroutines are started that get stuck in some run. */
  Set<Position> spawnsOfStuck() {
    return spawnsOfStuck;
  }

  /** Whether every stuck state was looked into; of a crowd that would take too long. */
  boolean isComplete() {
    return forecasting <= FORECASTING;
  }

  /** Adds what is stuck at the end of a run, beside goroutines that go round for ever. */
  void add(Run run, Limits limits) {
    List<Goroutine> stuck = stuck(run);
    if (stuck.isEmpty()) {
      return;
    }
    stuck.stream().map(Goroutine::spawnedAt).filter(Objects::nonNull).forEach(spawnsOfStuck::add);
    Set<Thing> outside = run.machine().heldOutside();
    if (!signatures.add(signature(stuck) + (run.cycling().isEmpty() ? "" : " beside others"))
        || run.machine().goroutines().stream().anyMatch(Goroutine::isDisturbed)
        || stuck.stream().anyMatch(g -> isServedFromOutside(g, outside))) {
      return;
    }
    List<Goroutine> distinct = distinct(stuck);
    forecasting += Forecast.effort(run, distinct);
    if (!isComplete()) {
      return;
    }
    Forecast forecast = new Forecast(index, start, run.choices().taken(), limits);
    Map<Integer, Set<Integer>> waits = forecast.waits(distinct, run.cycling());
    for (Set<Integer> component : sinks(waits)) {
      if (!goesOn(run, distinct, component)) {
        add(run, distinct, component, waits, forecast.servingThemselves());
      }
    }
  }

  /**
   * Whether some goroutines go round for ever, or one waits for the end of what may do so for a
   * purpose.
   */
  private static boolean goesOn(Run run, List<Goroutine> stuck, Set<Integer> component) {
    return run.cycling().stream().anyMatch(g -> component.contains(g.number()))
        || !run.cycling().isEmpty()
            && stuck.stream()
                .filter(g -> component.contains(g.number()))
                .anyMatch(g -> isForAnEnd(Objects.requireNonNull(g.pending())));
  }

  private static boolean isForAnEnd(Pending pending) {
    return switch (pending.operation()) {
      case AWAIT, ONCE, ACQUIRE -> true;
      default -> false;
    };
  }

  private static List<Goroutine> stuck(Run run) {
    return run.machine().goroutines().stream()
        .filter(g -> !g.isFinished() && g.isParked() && g.pending() != null)
        .filter(g -> !run.cycling().contains(g))
        .filter(g -> g.kind() != Goroutine.Kind.TIMER && g.kind() != Goroutine.Kind.WORKER)
        .toList();
  }

  private static String signature(List<Goroutine> stuck) {
    return stuck.stream()
        .map(g -> site(g) + holders(g))
        .collect(Collectors.toCollection(TreeSet::new))
        .toString();
  }

  private static String site(Goroutine g) {
    Pending pending = Objects.requireNonNull(g.pending());
    return pending.operation() + "@" + pending.at() + "/" + g.spawnedAt();
  }

  private static String holders(Goroutine g) {
    return g.holds().stream()
        .map(h -> h.at().toString())
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static List<Goroutine> distinct(List<Goroutine> stuck) {
    Map<String, Goroutine> first = new LinkedHashMap<>();
    int n = 0;
    for (Goroutine g : stuck) {
      boolean many = stuck.size() > MOST_STUCK;
      first.putIfAbsent(many ? site(g) : site(g) + n++, g);
    }
    return List.copyOf(first.values());
  }

  private static boolean isServedFromOutside(Goroutine goroutine, Set<Thing> outside) {
    Pending pending = Objects.requireNonNull(goroutine.pending());
    Thing on = pending.on();
    return switch (pending) {
      case Selecting.Waiting select ->
          select.hasUnknownChannel()
              || select.cases().stream()
                  .map(Selecting.Case::thing)
                  .anyMatch(t -> t != null && (t.hasEscaped() || outside.contains(t)));
      case Acquire acquire ->
          on == null || on.hasEscaped() || outside.contains(on) && !isTaken(acquire.facet());
      default -> on == null || on.hasEscaped() || outside.contains(on);
    };
  }

  /** What a goroutine of the program has locked, nobody outside will unlock. */
  private static boolean isTaken(LockFacet lock) {
    return lock.writer() != null || !lock.readers().isEmpty();
  }

  // ---- strongly connected components without a way out

  private static List<Set<Integer>> sinks(Map<Integer, Set<Integer>> waits) {
    List<Set<Integer>> sinks = new ArrayList<>();
    Set<Integer> done = new HashSet<>();
    for (Integer node : waits.keySet()) {
      if (!done.contains(node)) {
        Set<Integer> component = component(node, waits);
        done.addAll(component);
        if (reachable(component.iterator().next(), waits).equals(component)
            || component.containsAll(reachable(node, waits))) {
          sinks.add(component);
        }
      }
    }
    return sinks;
  }

  private static Set<Integer> component(Integer node, Map<Integer, Set<Integer>> waits) {
    Set<Integer> component = new LinkedHashSet<>(Set.of(node));
    for (Integer other : reachable(node, waits)) {
      if (reachable(other, waits).contains(node)) {
        component.add(other);
      }
    }
    return component;
  }

  private static Set<Integer> reachable(Integer from, Map<Integer, Set<Integer>> waits) {
    Set<Integer> reached = new LinkedHashSet<>();
    List<Integer> todo = new ArrayList<>(waits.getOrDefault(from, Set.of()));
    while (!todo.isEmpty()) {
      Integer next = todo.removeLast();
      if (waits.containsKey(next) && reached.add(next)) {
        todo.addAll(waits.getOrDefault(next, Set.of()));
      }
    }
    return reached;
  }

  // ---- what rules are told

  private void add(
      Run run,
      List<Goroutine> stuck,
      Set<Integer> component,
      Map<Integer, Set<Integer>> waits,
      Set<Integer> servingThemselves) {
    List<Integer> order = List.copyOf(new TreeSet<>(component));
    List<Waiting> members = new ArrayList<>();
    Describer describer = new Describer(run);
    List<Waiting.Held> holders = new ArrayList<>();
    for (int number : order) {
      Goroutine goroutine =
          stuck.stream().filter(g -> g.number() == number).findFirst().orElseThrow();
      Set<Integer> waitsFor = new LinkedHashSet<>();
      for (int other : waits.getOrDefault(number, Set.of())) {
        boolean isOwner = other != number || !Tokens.areKept(run, goroutine);
        if (order.contains(other) && isOwner) {
          waitsFor.add(order.indexOf(other));
        }
      }
      Waiting waiting = waiting(run, goroutine, servingThemselves.contains(number), waitsFor);
      if (waiting == null) {
        return;
      }
      members.add(waiting);
      holders.addAll(holders(run.machine(), describer, goroutine));
    }
    Knot knot = new Knot(members, holders, run.machine().hasMainReturned());
    knots.putIfAbsent(key(knot), knot);
  }

  private static String key(Knot knot) {
    return knot.members().stream()
        .map(w -> w.operation() + "@" + w.at() + w.waitsFor())
        .collect(Collectors.toCollection(TreeSet::new))
        .toString();
  }

  private static @Nullable Waiting waiting(
      Run run, Goroutine goroutine, boolean servesItself, Set<Integer> waitsFor) {
    Describer describer = new Describer(run);
    Pending pending = Objects.requireNonNull(goroutine.pending());
    List<Frame.Code> stack = goroutine.stack();
    if (stack.isEmpty()) {
      return null;
    }
    List<Thing> objects = objects(pending);
    return new Waiting(
        Describer.routine(goroutine),
        pending.operation(),
        objects.stream().map(describer::subject).toList(),
        sends(pending),
        pending.at(),
        stack.getFirst().function().name(),
        goroutine.holds().stream().map(h -> held(describer, goroutine, h)).toList(),
        ignored(run, goroutine, objects),
        servesItself,
        waitsFor);
  }

  /** What a goroutine waits on. */
  private static List<Thing> objects(Pending pending) {
    List<Thing> objects = new ArrayList<>();
    if (pending instanceof Selecting.Waiting select) {
      select.cases().stream()
          .map(Selecting.Case::thing)
          .filter(Objects::nonNull)
          .forEach(objects::add);
    }
    Thing on = pending.on();
    if (on != null) {
      objects.add(on);
    }
    return objects;
  }

  private static boolean sends(Pending pending) {
    return pending.operation() == Operation.SEND
        || (pending instanceof Selecting.Waiting select
            && select.cases().stream()
                .anyMatch(c -> c.thing() != null && c.way() == Selecting.Way.SEND));
  }

  /**
   * The stop channel that a goroutine should watch: it is closed, carries no values, and another
   * goroutine has watched it together with what this one waits on.
   */
  private static @Nullable Subject ignored(Run run, Goroutine waiting, List<Thing> objects) {
    return run.objects().stream()
        .filter(stop -> isClosedStop(run, stop) && !objects.contains(stop))
        .filter(
            stop ->
                run.machine().goroutines().stream()
                    .filter(peer -> peer != waiting)
                    .anyMatch(
                        peer ->
                            objects.stream().anyMatch(o -> run.areWatchedTogether(stop, o, peer))))
        .map(new Describer(run)::subject)
        .min(Comparator.comparing(Subject::madeAt))
        .orElse(null);
  }

  private static boolean isClosedStop(Run run, Thing thing) {
    Channel channel = thing.facet(Channel.class);
    return channel != null
        && channel.isClosed()
        && run.history(thing).stream().noneMatch(e -> e.operation() == Operation.SEND);
  }

  private static Waiting.Held held(Describer describer, Goroutine by, Hold hold) {
    return new Waiting.Held(
        describer.subject(hold.lock()),
        hold.at(),
        hold.shared(),
        by.isOnStack(hold.frame()),
        hold.isLeftBehind(),
        isWanted(describer.machine(), by, hold));
  }

  private static boolean isWanted(Machine machine, Goroutine holder, Hold hold) {
    return machine.goroutines().stream()
        .anyMatch(
            g ->
                g != holder
                    && !g.isFinished()
                    && g.isParked()
                    && g.pending() instanceof Acquire acquire
                    && acquire.facet() == hold.facet());
  }

  /** Those that hold the lock that a goroutine waits for. */
  private static List<Waiting.Held> holders(
      Machine machine, Describer describer, Goroutine waiting) {
    List<Waiting.Held> holders = new ArrayList<>();
    if (waiting.pending() instanceof Acquire acquire) {
      for (Goroutine other : machine.goroutines()) {
        for (Hold hold : other.holds()) {
          if (hold.facet() == acquire.facet()) {
            holders.add(held(describer, other, hold));
          }
        }
      }
    }
    return holders;
  }
}

package dev.chanlint.model.search;

import dev.chanlint.model.library.Barrier;
import dev.chanlint.model.library.Selecting;
import dev.chanlint.model.machine.Acquire;
import dev.chanlint.model.machine.CodeIndex;
import dev.chanlint.model.machine.Goroutine;
import dev.chanlint.model.machine.LockFacet;
import dev.chanlint.model.machine.Operation;
import dev.chanlint.model.machine.Pending;
import dev.chanlint.model.machine.Thing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who waits for whom in a stuck state. For locks that is who holds them. For the rest each stuck
 * goroutine is let go on alone, in a repetition of the run, as if what it waits for had happened:
 * what it then does, and what goroutines do that it starts, is what others can wait for.
 */
final class Forecast {

  private static final int MOST_FORCED = 60;
  private static final long MOST_STEPS = 6_000;
  private static final int VARIANTS = 2;

  private final CodeIndex index;
  private final Start start;
  private final List<Integer> choices;
  private final Limits limits;
  private final Set<Integer> servingThemselves = new HashSet<>();

  Forecast(CodeIndex index, Start start, List<Integer> choices, Limits limits) {
    this.index = index;
    this.start = start;
    this.choices = choices;
    this.limits = limits;
  }

  /** About how much work a forecast is: a repetition looks at every goroutine at every step. */
  static long effort(Run run, List<Goroutine> stuck) {
    return run.machine().steps() * run.machine().goroutines().size() * VARIANTS * stuck.size();
  }

  /**
   * The goroutines, by number, that each stuck goroutine waits for.
   *
   * @param running those that go round for ever: they wait for nobody
   */
  Map<Integer, Set<Integer>> waits(List<Goroutine> stuck, List<Goroutine> running) {
    Map<Integer, Set<Integer>> waits = new HashMap<>();
    List<Goroutine> alive = Stream.concat(stuck.stream(), running.stream()).toList();
    for (Goroutine goroutine : stuck) {
      waits.put(goroutine.number(), holders(goroutine, alive));
    }
    alive.forEach(server -> addServed(server, Set.of(), waits));
    running.forEach(goroutine -> waits.put(goroutine.number(), Set.of()));
    for (Goroutine waiter : stuck) {
      Set<Integer> signallers = Set.copyOf(waits.getOrDefault(waiter.number(), Set.of()));
      if (!signallers.isEmpty() && isOn(waiter, Operation.CONDITION)) {
        addServed(waiter, signallers, waits);
      }
    }
    return waits;
  }

  /**
   * Adds a goroutine to those that others wait for.
   *
   * @param before who goes on before it. Who waits for a condition looks again whether it holds,
   *     and only what its signallers do makes that so
   */
  private void addServed(Goroutine server, Set<Integer> before, Map<Integer, Set<Integer>> waits) {
    for (int variant = 0; variant < VARIANTS; variant++) {
      for (int served : servedBy(server.number(), before, variant)) {
        Set<Integer> servers = waits.get(served);
        if (servers != null) {
          servers.add(server.number());
        }
      }
    }
  }

  private static boolean isOn(Goroutine goroutine, Operation operation) {
    Pending pending = goroutine.pending();
    return pending != null && pending.operation() == operation;
  }

  /**
   * Those that would serve themselves with their own hands, once {@link #waits} was asked: of those
   * that wait for a lock that they have, who would give it back as often as they took it.
   */
  Set<Integer> servingThemselves() {
    return servingThemselves;
  }

  private static Set<Integer> holders(Goroutine waiting, List<Goroutine> alive) {
    Set<Integer> holders = new LinkedHashSet<>();
    if (waiting.pending() instanceof Acquire acquire) {
      LockFacet lock = acquire.facet();
      Goroutine writer = lock.writer();
      if (writer != null) {
        holders.add(writer.number());
      } else if (acquire.operation() == Operation.LOCK) {
        lock.readers().forEach(r -> holders.add(r.number()));
      } else {
        alive.stream()
            .filter(g -> g.pending() instanceof Acquire a && a.facet() == lock)
            .filter(g -> g.pending() != null && g.pending().operation() == Operation.LOCK)
            .forEach(g -> holders.add(g.number()));
      }
      holders.retainAll(alive.stream().map(Goroutine::number).toList());
    }
    return holders;
  }

  /** Those that would be served if one goroutine went on, after others that do not count. */
  private Set<Integer> servedBy(int number, Set<Integer> before, int variant) {
    Run run = new Run(index, new Choices(choices, variant), limits, null);
    run.execute(start);
    if (number >= run.machine().goroutines().size()) {
      return Set.of();
    }
    Goroutine server = run.machine().goroutines().get(number);
    Map<Integer, Need> needs = new HashMap<>();
    for (Goroutine goroutine : run.machine().goroutines()) {
      Pending pending = goroutine.pending();
      if (pending != null && !goroutine.isFinished()) {
        needs.put(goroutine.number(), Need.of(pending));
      }
    }
    Map<Thing, Integer> known = run.historySizes();
    before.forEach(other -> letGoOn(run, run.machine().goroutines().get(other)));
    LockFacet again = takenAgain(server);
    Thing reached = reached(server);
    boolean isOnOnce = isOn(server, Operation.ONCE);
    letGoOn(run, server);
    Need own = needs.get(number);
    boolean servesItself =
        again == null
            ? own != null
                && own.isServed(run, known, (on, event) -> on != reached && event.by() == server)
            : !holds(server, again);
    if (servesItself) {
      servingThemselves.add(number);
    }
    Set<Integer> served =
        served(
            run,
            needs,
            known,
            (on, event) ->
                !before.contains(event.by().number()) && !(on == reached && event.by() == server));
    if (isOnOnce && run.machine().isOver()) {
      served.addAll(waitingForAnEnd(needs, number));
    }
    return served;
  }

  /**
   * Those that wait for others' ends. Who fails on the way, for want of what a {@code Once} was to
   * make, may be who they wait for.
   */
  private static Set<Integer> waitingForAnEnd(Map<Integer, Need> needs, int failed) {
    Set<Integer> waiting = new LinkedHashSet<>();
    needs.forEach(
        (number, need) -> {
          if (number != failed && need.isForAnEnd()) {
            waiting.add(number);
          }
        });
    return waiting;
  }

  /**
   * The barrier at which a goroutine waits for the others: when it comes there again, that is for
   * another phase.
   */
  private static @Nullable Thing reached(Goroutine goroutine) {
    return goroutine.pending() instanceof Barrier.Advance advance && advance.hasArrived()
        ? advance.on()
        : null;
  }

  /** The lock that a goroutine waits for though it has it; null if it waits for something else. */
  private static @Nullable LockFacet takenAgain(Goroutine goroutine) {
    return goroutine.pending() instanceof Acquire acquire && holds(goroutine, acquire.facet())
        ? acquire.facet()
        : null;
  }

  private static boolean holds(Goroutine goroutine, LockFacet lock) {
    return goroutine.holds().stream().anyMatch(hold -> hold.facet() == lock);
  }

  private void letGoOn(Run run, Goroutine server) {
    int known = run.machine().goroutines().size();
    long end = run.machine().steps() + MOST_STEPS;
    List<Goroutine> moving = new ArrayList<>(List.of(server));
    for (int n = 0; n < MOST_FORCED && run.machine().steps() < end; n++) {
      boolean moved = false;
      for (Goroutine goroutine : List.copyOf(moving)) {
        if (!goroutine.isFinished() && !run.machine().isOver()) {
          run.machine().force(goroutine);
          moved = true;
        }
      }
      while (known < run.machine().goroutines().size()) {
        moving.add(run.machine().goroutines().get(known++));
      }
      if (!moved) {
        return;
      }
    }
  }

  private static Set<Integer> served(
      Run run,
      Map<Integer, Need> needs,
      Map<Thing, Integer> before,
      BiPredicate<Thing, Run.Event> counts) {
    Set<Integer> served = new LinkedHashSet<>();
    needs.forEach(
        (number, need) -> {
          if (need.isServed(run, before, counts)) {
            served.add(number);
          }
        });
    return served;
  }

  /** What would serve an operation: one of some operations on one of some objects. */
  private record Need(Map<Thing, Set<Operation>> wanted) {

    private static final Set<Operation> RECEIVING = Set.of(Operation.RECEIVE, Operation.RANGE);
    private static final Set<Operation> SENDING = Set.of(Operation.SEND, Operation.CLOSE);

    static Need of(Pending pending) {
      Map<Thing, Set<Operation>> wanted = new HashMap<>();
      if (pending instanceof Selecting.Waiting select) {
        for (Selecting.Case one : select.cases()) {
          Thing channel = one.thing();
          if (channel != null) {
            wanted.put(channel, one.way() == Selecting.Way.SEND ? RECEIVING : SENDING);
          }
        }
      }
      Thing on = pending.on();
      if (on != null) {
        wanted.put(on, servers(pending.operation()));
      }
      return new Need(wanted);
    }

    boolean isForAnEnd() {
      return wanted.values().stream().anyMatch(by -> by.contains(Operation.DONE));
    }

    private static Set<Operation> servers(Operation operation) {
      return switch (operation) {
        case SEND -> RECEIVING;
        case RECEIVE, RANGE -> SENDING;
        case AWAIT, ACQUIRE, ONCE -> Set.of(Operation.DONE);
        case CONDITION -> Set.of(Operation.SIGNAL);
        default -> Set.of();
      };
    }

    boolean isServed(Run run, Map<Thing, Integer> before, BiPredicate<Thing, Run.Event> counts) {
      for (var entry : wanted.entrySet()) {
        List<Run.Event> events = run.history(entry.getKey());
        int since = before.getOrDefault(entry.getKey(), 0);
        for (Run.Event event : events.subList(Math.min(since, events.size()), events.size())) {
          if (entry.getValue().contains(event.operation()) && counts.test(entry.getKey(), event)) {
            return true;
          }
        }
      }
      return false;
    }
  }
}

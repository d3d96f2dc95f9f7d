package dev.chanlint.analyzer.trust;

import dev.chanlint.analyzer.trust.Fate.Place;
import dev.chanlint.analyzer.trust.Skeleton.Op;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** All states that a program can be in, by breadth-first search, and how it can end. */
final class BruteForce {

  private final Skeleton skeleton;
  private final Set<State> seen = new HashSet<>();
  private final Deque<State> open = new ArrayDeque<>();
  private final Set<Fate> fates = new HashSet<>();

  private BruteForce(Skeleton skeleton) {
    this.skeleton = skeleton;
  }

  /** All the ways in which a program can end badly. */
  static Set<Fate> fates(Skeleton skeleton) {
    BruteForce search = new BruteForce(skeleton);
    search.run();
    return search.fates;
  }

  /**
   * A state: how many operations each goroutine has made, how much each channel holds, what is
   * closed, what is locked, and the WaitGroup's counter.
   */
  private record State(
      List<Integer> made, List<Integer> held, Set<Integer> closed, Set<Integer> locked, int count) {

    State advance(int goroutine) {
      List<Integer> next = new ArrayList<>(made);
      next.set(goroutine, made.get(goroutine) + 1);
      return new State(List.copyOf(next), held, closed, locked, count);
    }

    State hold(int channel, int change) {
      List<Integer> next = new ArrayList<>(held);
      next.set(channel, held.get(channel) + change);
      return new State(made, List.copyOf(next), closed, locked, count);
    }

    State close(int channel) {
      return new State(made, held, with(closed, channel), locked, count);
    }

    State lock(int mutex) {
      return new State(made, held, closed, with(locked, mutex), count);
    }

    State unlock(int mutex) {
      Set<Integer> rest = new TreeSet<>(locked);
      rest.remove(mutex);
      return new State(made, held, closed, Set.copyOf(rest), count);
    }

    State countDown() {
      return new State(made, held, closed, locked, count - 1);
    }

    private static Set<Integer> with(Set<Integer> set, int member) {
      Set<Integer> more = new TreeSet<>(set);
      more.add(member);
      return Set.copyOf(more);
    }
  }

  private void run() {
    reach(
        new State(
            skeleton.bodies().stream().map(body -> 0).toList(),
            skeleton.capacities().stream().map(capacity -> 0).toList(),
            Set.of(),
            Set.of(),
            skeleton.count()));
    while (!open.isEmpty()) {
      expand(open.remove());
    }
  }

  private void reach(State state) {
    if (seen.add(state)) {
      open.add(state);
    }
  }

  private void expand(State state) {
    Set<State> next = new HashSet<>();
    boolean panics = false;
    for (int goroutine = 0; goroutine < skeleton.bodies().size(); goroutine++) {
      Op op = current(state, goroutine);
      if (op != null) {
        panics |= panicsIn(state, goroutine, op);
        next.addAll(steps(state, goroutine, op));
      }
    }
    boolean mainIsOver = current(state, 0) == null;
    if (!next.isEmpty() || panics) {
      if (mainIsOver) {
        fates.add(new Fate("abandoned", unfinished(state)));
      }
    } else if (!unfinished(state).isEmpty()) {
      fates.add(new Fate(mainIsOver ? "leak" : "deadlock", unfinished(state)));
    }
    next.forEach(this::reach);
  }

  /** What a goroutine comes to next; null if it has made everything. */
  private @Nullable Op current(State state, int goroutine) {
    List<Op> body = skeleton.bodies().get(goroutine);
    int made = state.made().get(goroutine);
    return made < body.size() ? body.get(made) : null;
  }

  private Set<Place> unfinished(State state) {
    return IntStream.range(0, skeleton.bodies().size())
        .filter(goroutine -> current(state, goroutine) != null)
        .mapToObj(goroutine -> new Place(goroutine, state.made().get(goroutine)))
        .collect(Collectors.toSet());
  }

  /** A panic ends the program. */
  private boolean panicsIn(State state, int goroutine, Op op) {
    boolean panics =
        switch (op) {
          case Op.Send(int channel) -> state.closed().contains(channel);
          case Op.Close(int channel) -> state.closed().contains(channel);
          case Op.Unlock(int mutex) -> !state.locked().contains(mutex);
          case Op.Done() -> state.count() == 0;
          case Op.Receive receive -> false;
          case Op.Pick pick -> false;
          case Op.Lock lock -> false;
          case Op.Await await -> false;
        };
    if (panics) {
      Place place = new Place(goroutine, state.made().get(goroutine));
      fates.add(new Fate("panic", Set.of(place)));
    }
    return panics;
  }

  private List<State> steps(State state, int goroutine, Op op) {
    State after = state.advance(goroutine);
    return switch (op) {
      case Op.Send(int channel) -> sends(state, after, channel);
      case Op.Receive(int channel) -> receives(state, after, goroutine, channel);
      case Op.Close(int channel) -> when(!state.closed().contains(channel), after.close(channel));
      case Op.Pick(List<Integer> channels, boolean otherwise) ->
          picks(state, after, goroutine, channels, otherwise);
      case Op.Lock(int mutex) -> when(!state.locked().contains(mutex), after.lock(mutex));
      case Op.Unlock(int mutex) -> when(state.locked().contains(mutex), after.unlock(mutex));
      case Op.Done() -> when(state.count() > 0, after.countDown());
      case Op.Await() -> when(state.count() == 0, after);
    };
  }

  private static List<State> when(boolean enabled, State after) {
    return enabled ? List.of(after) : List.of();
  }

  /** Into the buffer; what goes from hand to hand is the receiver's step. */
  private List<State> sends(State state, State after, int channel) {
    boolean room = state.held().get(channel) < skeleton.capacities().get(channel);
    return when(room && !state.closed().contains(channel), after.hold(channel, 1));
  }

  private List<State> receives(State state, State after, int goroutine, int channel) {
    if (state.held().get(channel) > 0) {
      return List.of(after.hold(channel, -1));
    }
    if (state.closed().contains(channel)) {
      return List.of(after);
    }
    List<State> all = new ArrayList<>();
    for (int sender = 0; sender < skeleton.bodies().size(); sender++) {
      boolean offers =
          sender != goroutine
              && skeleton.capacities().get(channel) == 0
              && new Op.Send(channel).equals(current(state, sender));
      if (offers) {
        all.add(after.advance(sender));
      }
    }
    return all;
  }

  /** A sender that offers by hand may as well not have come yet, so the default stays possible. */
  private List<State> picks(
      State state, State after, int goroutine, List<Integer> channels, boolean otherwise) {
    List<State> all = new ArrayList<>();
    boolean certain = false;
    for (int channel : channels) {
      all.addAll(receives(state, after, goroutine, channel));
      certain |= state.held().get(channel) > 0 || state.closed().contains(channel);
    }
    if (otherwise && !certain) {
      all.add(after);
    }
    return all;
  }
}

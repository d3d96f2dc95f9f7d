package dev.chanlint.explorer.search;

import dev.chanlint.explorer.Site;
import dev.chanlint.explorer.engine.Goroutine;
import dev.chanlint.explorer.engine.Operation;
import dev.chanlint.explorer.engine.Point;
import dev.chanlint.explorer.engine.Scheduler;
import dev.chanlint.explorer.engine.Transition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Goes for given places, at random. In each execution each place is one to hold goroutines at until
 * nothing else can be done, so that those that have to meet there do (Sen, <i>Race Directed Random
 * Testing of Concurrent Programs</i>, PLDI 2008), or one to hurry to: a goroutine that was seen to
 * come to it in an earlier execution goes first until it has.
 */
public final class Directed implements Scheduler {

  /** How often, out of {@link #ALWAYS}, a preference is followed rather than left to chance. */
  private static final int MOSTLY = 7;

  private static final int ALWAYS = 8;

  private final SplittableRandom random;
  private final List<Site> places;

  /** Which goroutines, by number, came to which place in an earlier execution. */
  private final Map<Site, Set<Integer>> visitors = new HashMap<>();

  /** Where pending operations stand: reading a stack is dear, so each is read once. */
  private final Map<Operation, Set<Site>> standing = new HashMap<>();

  private final Set<Site> held = new HashSet<>();
  private final Set<Integer> arrived = new HashSet<>();

  /** Makes one that picks the same each time for the same seed. */
  public Directed(List<Site> places, long seed) {
    this.places = List.copyOf(places);
    this.random = new SplittableRandom(seed);
  }

  @Override
  public boolean next() {
    standing.clear();
    arrived.clear();
    held.clear();
    for (Site place : places) {
      if (random.nextBoolean()) {
        held.add(place);
      }
    }
    return true;
  }

  @Override
  public int pick(Point point) {
    List<Transition> transitions = point.transitions();
    List<Integer> hurrying = new ArrayList<>();
    List<Integer> free = new ArrayList<>();
    for (int i = 0; i < transitions.size(); i++) {
      Transition transition = transitions.get(i);
      if (!isHeld(transition.operation()) && !isHeld(transition.partner())) {
        free.add(i);
        if (hurries(transition.goroutine())) {
          hurrying.add(i);
        }
      }
    }
    return among(hurrying, among(free, random.nextInt(transitions.size())));
  }

  /** One of those preferred, mostly. */
  private int among(List<Integer> preferred, int otherwise) {
    boolean follow = !preferred.isEmpty() && random.nextInt(ALWAYS) < MOSTLY;
    return follow ? preferred.get(random.nextInt(preferred.size())) : otherwise;
  }

  private boolean isHeld(@Nullable Operation operation) {
    if (operation == null) {
      return false;
    }
    return standing.computeIfAbsent(operation, this::arrive).stream().anyMatch(held::contains);
  }

  private Set<Site> arrive(Operation operation) {
    Goroutine goroutine = operation.goroutine();
    Set<Site> at = new HashSet<>();
    for (Site frame : goroutine.where()) {
      for (Site place : places) {
        if (isAt(frame, place)) {
          at.add(place);
          arrived.add(goroutine.id());
          visitors.computeIfAbsent(place, any -> new HashSet<>()).add(goroutine.id());
        }
      }
    }
    return at;
  }

  private static boolean isAt(Site frame, Site place) {
    return frame.line() == place.line()
        && frame.file().equals(place.file())
        && (place.className().isEmpty() || place.className().equals(frame.className()));
  }

  private boolean hurries(Goroutine goroutine) {
    return !arrived.contains(goroutine.id())
        && visitors.entrySet().stream()
            .anyMatch(
                visit ->
                    !held.contains(visit.getKey()) && visit.getValue().contains(goroutine.id()));
  }
}

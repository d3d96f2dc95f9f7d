package dev.chanlint.explorer;

import dev.chanlint.explorer.engine.Footprint;
import dev.chanlint.explorer.engine.Goroutine;
import dev.chanlint.explorer.engine.Move;
import dev.chanlint.explorer.engine.Names;
import dev.chanlint.explorer.engine.Operation;
import dev.chanlint.explorer.engine.Point;
import dev.chanlint.explorer.engine.Scheduler;
import dev.chanlint.explorer.engine.Transition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts the Mazurkiewicz traces among all executions of a program, by the definition: two are
 * linearisations of one trace if one becomes the other by swapping neighbours, again and again,
 * that can both be made in the state before them and do not conflict there.
 */
final class TraceCount implements Scheduler {

  private final Scheduler search;
  private final Names names = new Names();

  /** The executions, each by its steps, and for each the number of one that is the same trace. */
  private final Map<List<Long>, Integer> executions = new HashMap<>();

  private final List<Integer> same = new ArrayList<>();
  private final List<Swap> swaps = new ArrayList<>();

  private final List<Move> steps = new ArrayList<>();
  private final List<List<Move>> possible = new ArrayList<>();

  /** What has to be the same trace as an execution. */
  private record Swap(int execution, List<Long> other) {}

  TraceCount(Scheduler search) {
    this.search = search;
  }

  /** How many traces there are, once the search, which runs every interleaving, is done. */
  int traces() {
    for (Swap swap : swaps) {
      Integer other = executions.get(swap.other);
      if (other != null) {
        same.set(root(swap.execution), root(other));
      }
    }
    int traces = 0;
    for (int i = 0; i < same.size(); i++) {
      traces += same.get(i) == i ? 1 : 0;
    }
    return traces;
  }

  private int root(int execution) {
    int root = execution;
    while (same.get(root) != root) {
      root = same.get(root);
    }
    return root;
  }

  @Override
  public Names names() {
    return names;
  }

  @Override
  public boolean next() {
    steps.clear();
    possible.clear();
    return search.next();
  }

  @Override
  public int pick(Point point) {
    int index = search.pick(point);
    possible.add(point.transitions().stream().map(Transition::move).toList());
    steps.add(possible.getLast().get(index));
    return index;
  }

  @Override
  public void ended(Point point) {
    search.ended(point);
    int made = steps.size();
    Footprint end = steps.getLast().footprint();
    point.goroutines().forEach(goroutine -> addReturn(goroutine, end));
    int number = same.size();
    same.add(number);
    List<Long> keys = new ArrayList<>(steps.stream().map(Move::key).toList());
    keys.subList(made, keys.size()).sort(null);
    executions.put(keys, number);
    for (int i = 0; i + 1 < made; i++) {
      if (canSwap(i)) {
        swaps.add(new Swap(number, swapped(keys, i, made)));
      }
    }
  }

  /**
   * A panic ends an execution at once. A goroutine that was about to return might have done so
   * before or not, which makes no difference.
   */
  private void addReturn(Goroutine goroutine, Footprint end) {
    Operation pending = goroutine.pending();
    if (pending != null && pending.enabled(0) && !pending.interest().conflicts(end)) {
      steps.add(new Move(Move.key(goroutine.lineage(), 0, 0, 0), pending.interest()));
    }
  }

  private boolean canSwap(int position) {
    long next = steps.get(position + 1).key();
    return possible.get(position).stream()
        .anyMatch(move -> move.key() == next && !move.dependsOn(steps.get(position)));
  }

  /** What an execution could not do any more, as it had ended, is in the order of goroutines. */
  private static List<Long> swapped(List<Long> keys, int position, int made) {
    List<Long> swapped = new ArrayList<>(keys);
    swapped.set(position, keys.get(position + 1));
    swapped.set(position + 1, keys.get(position));
    if (position + 2 == made) {
      swapped.subList(position + 1, swapped.size()).sort(null);
    }
    return swapped;
  }
}

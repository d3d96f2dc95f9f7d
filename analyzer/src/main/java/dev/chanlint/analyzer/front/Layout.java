package dev.chanlint.analyzer.front;

import static java.util.Objects.requireNonNull;

import dev.chanlint.analyzer.front.Code.Catch;
import dev.chanlint.analyzer.front.Code.Draft;
import dev.chanlint.analyzer.front.Code.End;
import dev.chanlint.analyzer.front.Code.Region;
import dev.chanlint.model.code.Block;
import dev.chanlint.model.code.Block.Handler;
import dev.chanlint.model.code.Instruction;
import dev.chanlint.model.code.Variable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns drafts into numbered blocks: leaves out what cannot be reached, empty blocks that only lead
 * on, and seams between blocks that always follow one another.
 */
final class Layout {

  private final List<Draft> started;
  private final Map<Draft, Integer> predecessors = new IdentityHashMap<>();

  Layout(List<Draft> started) {
    this.started = started;
  }

  List<Block> blocks() {
    Draft entry = started.getFirst();
    Set<Draft> reachable = reachable(entry);
    count(reachable, entry);
    Set<Draft> absorbed = join(reachable);
    List<Draft> kept =
        started.stream()
            .filter(draft -> reachable.contains(draft) && !absorbed.contains(draft))
            .toList();
    Map<Draft, Integer> indices = new HashMap<>();
    kept.forEach(draft -> indices.put(draft, indices.size()));
    return kept.stream().map(draft -> block(draft, indices)).toList();
  }

  /** Past empty blocks that only lead on; a loop of such blocks ends at itself. */
  private static Draft beyond(Draft draft) {
    Set<Draft> seen = new HashSet<>();
    Draft at = draft;
    while (at.instructions.isEmpty() && end(at).plain() && seen.add(at)) {
      at = end(at).targets().getFirst();
    }
    return at;
  }

  private static End end(Draft draft) {
    return requireNonNull(draft.end, "a block without an end");
  }

  private static Set<Draft> reachable(Draft entry) {
    Set<Draft> reachable = new LinkedHashSet<>();
    Deque<Draft> work = new ArrayDeque<>(List.of(entry));
    while (!work.isEmpty()) {
      Draft draft = work.pop();
      if (reachable.add(draft)) {
        successors(draft).forEach(work::push);
      }
    }
    return reachable;
  }

  private static List<Draft> successors(Draft draft) {
    List<Draft> successors = new ArrayList<>();
    end(draft).targets().forEach(target -> successors.add(beyond(target)));
    handlers(draft).forEach(handler -> successors.add(beyond(handler.target())));
    return successors;
  }

  private void count(Set<Draft> reachable, Draft entry) {
    predecessors.merge(entry, 1, Integer::sum);
    for (Draft draft : reachable) {
      successors(draft).forEach(next -> predecessors.merge(next, 1, Integer::sum));
    }
  }

  /** Appends blocks to the one that always leads to them, and returns those that are gone. */
  private Set<Draft> join(Set<Draft> reachable) {
    Set<Draft> absorbed = new HashSet<>();
    for (Draft draft : reachable) {
      while (!absorbed.contains(draft) && end(draft).plain()) {
        Draft next = beyond(end(draft).targets().getFirst());
        if (next == draft
            || predecessors.getOrDefault(next, 0) != 1
            || next.region != draft.region) {
          break;
        }
        draft.instructions.addAll(next.instructions);
        draft.end = next.end;
        absorbed.add(next);
      }
    }
    return absorbed;
  }

  private static List<Catch> handlers(Draft draft) {
    if (!canThrow(draft)) {
      return List.of();
    }
    List<Catch> handlers = new ArrayList<>();
    for (Region at = draft.region; at != null; at = at.outer()) {
      handlers.addAll(at.catches());
      if (at.catches().stream().anyMatch(handler -> handler.type().equals(TypeTable.THROWABLE))) {
        break;
      }
    }
    return handlers;
  }

  private static boolean canThrow(Draft draft) {
    return end(draft).kind() == End.Kind.CAN_THROW
        || draft.instructions.stream().anyMatch(Layout::canThrow);
  }

  /** Whether an instruction has an exception of its own, errors of the machine left aside. */
  private static boolean canThrow(Instruction instruction) {
    return switch (instruction) {
      case Instruction.Constant _, Instruction.Closure _, Instruction.New _ -> false;
      case Instruction.Copy(Variable target, Variable source, var _) ->
          !target.type().equals(source.type()) && !Names.isPrimitive(source.type());
      case Instruction.Operator(var _, String operator, var _, var _) ->
          operator.equals("/") || operator.equals("%");
      case Instruction.NewArray array -> !array.lengths().isEmpty();
      case Instruction.LoadField load -> mayBeNull(load.base());
      case Instruction.StoreField store -> mayBeNull(store.base());
      case Instruction.ExitMonitor _ -> false;
      case Instruction.LoadElement _,
          Instruction.StoreElement _,
          Instruction.ArrayLength _,
          Instruction.Call _,
          Instruction.EnterMonitor _ ->
          true;
    };
  }

  private static boolean mayBeNull(@Nullable Variable base) {
    return base != null && !base.name().equals(Body.THIS);
  }

  private static Block block(Draft draft, Map<Draft, Integer> indices) {
    return new Block(
        indices.getOrDefault(draft, -1),
        draft.instructions,
        end(draft)
            .terminator()
            .apply(end(draft).targets().stream().map(target -> index(target, indices)).toList()),
        handlers(draft).stream()
            .map(
                handler ->
                    new Handler(
                        handler.type(),
                        handler.exception(),
                        index(handler.target(), indices),
                        handler.at()))
            .toList());
  }

  private static int index(Draft target, Map<Draft, Integer> indices) {
    return requireNonNull(indices.get(beyond(target)), "a target that was left out");
  }
}

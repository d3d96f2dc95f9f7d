package dev.chanlint.model.search;

import dev.chanlint.model.code.Block;
import dev.chanlint.model.code.Function;
import dev.chanlint.model.code.Instruction;
import dev.chanlint.model.code.Position;
import dev.chanlint.model.code.Terminator;
import dev.chanlint.model.code.Variable;
import java.util.HashSet;
import java.util.Set;

/** What becomes of a value within a function. */
final class Dataflow {

  private Dataflow() {}

  /** Whether a branch depends on what is read at a place. */
  static boolean decidesBranch(Function function, Position read) {
    Set<Variable> derived = new HashSet<>();
    int before = -1;
    while (before < derived.size()) {
      before = derived.size();
      for (Block block : function.blocks()) {
        block.instructions().forEach(i -> derive(i, read, derived));
      }
    }
    return function.blocks().stream()
        .anyMatch(
            b -> b.terminator() instanceof Terminator.Branch t && derived.contains(t.condition()));
  }

  private static void derive(Instruction instruction, Position read, Set<Variable> derived) {
    switch (instruction) {
      case Instruction.LoadField i when i.at().equals(read) -> derived.add(i.target());
      case Instruction.LoadElement i when i.at().equals(read) -> derived.add(i.target());
      case Instruction.Copy i when derived.contains(i.source()) -> derived.add(i.target());
      case Instruction.Operator i when i.operands().stream().anyMatch(derived::contains) ->
          derived.add(i.target());
      default -> {}
    }
  }
}

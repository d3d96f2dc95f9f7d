package dev.chanlint.model.search;

import dev.chanlint.model.code.Function;
import dev.chanlint.model.code.Instruction;
import dev.chanlint.model.code.Position;
import dev.chanlint.model.code.Terminator;
import dev.chanlint.model.code.Variable;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What becomes of a value within a function. */
final class Dataflow {

  private Dataflow() {}

  /** What asks whether something is this or that, not how much of it there is. */
  private static final Set<String> EQUALITY = Set.of("==", "!=", "!");

  /** Whether a branch depends on what is read at a place. */
  static boolean decidesBranch(Function function, Position read) {
    return decides(function, i -> isLoad(i) && i.at().equals(read), Dataflow::uses);
  }

  /**
   * Whether a branch depends on whether what is read or called at a place, or tells when it is
   * asked, is some value.
   */
  static boolean decidesByIdentity(Function function, Position read) {
    return decides(function, i -> i.at().equals(read), Dataflow::compares);
  }

  private static boolean decides(
      Function function,
      Predicate<Instruction> isRead,
      BiPredicate<Instruction, Set<Variable>> derives) {
    Set<Variable> derived = new HashSet<>();
    int before = -1;
    while (before < derived.size()) {
      before = derived.size();
      function.blocks().stream()
          .flatMap(block -> block.instructions().stream())
          .filter(i -> isRead.test(i) || derives.test(i, derived))
          .map(Dataflow::target)
          .filter(Objects::nonNull)
          .forEach(derived::add);
    }
    return function.blocks().stream()
        .anyMatch(
            b -> b.terminator() instanceof Terminator.Branch t && derived.contains(t.condition()));
  }

  private static boolean isLoad(Instruction instruction) {
    return instruction instanceof Instruction.LoadField
        || instruction instanceof Instruction.LoadElement;
  }

  private static boolean uses(Instruction instruction, Set<Variable> values) {
    return switch (instruction) {
      case Instruction.Copy i -> values.contains(i.source());
      case Instruction.Operator i -> i.operands().stream().anyMatch(values::contains);
      default -> false;
    };
  }

  private static boolean compares(Instruction instruction, Set<Variable> values) {
    return switch (instruction) {
      case Instruction.Operator i -> EQUALITY.contains(i.operator()) && uses(i, values);
      case Instruction.Call i -> i.receiver() != null && values.contains(i.receiver());
      default -> uses(instruction, values);
    };
  }

  private static @Nullable Variable target(Instruction instruction) {
    return switch (instruction) {
      case Instruction.LoadField i -> i.target();
      case Instruction.LoadElement i -> i.target();
      case Instruction.Copy i -> i.target();
      case Instruction.Operator i -> i.target();
      case Instruction.Call i -> i.target();
      default -> null;
    };
  }
}

package dev.chanlint.explorer.sandbox;

import java.lang.classfile.CodeElement;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.IncrementInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.StoreInstruction;
import java.util.HashMap;
import java.util.Map;

/**
 * Tells loops that may carry something in a local variable from one round to the next, such as a
 * count, from those that surely do not. A variable that is assigned in a loop and not before it is
 * declared inside, and is assigned anew in each round before it is read.
 */
final class LoopVariables {

  private final Map<Label, Integer> labels = new HashMap<>();
  private final Map<Integer, Integer> firstAssigned = new HashMap<>();
  private final Map<Integer, Integer> lastAssigned = new HashMap<>();
  private int position;

  /**
   * Makes one for a method.
   *
   * @param parameterSlots how many slots are assigned from the start
   */
  LoopVariables(int parameterSlots) {
    for (int i = 0; i < parameterSlots; i++) {
      firstAssigned.put(i, position);
    }
  }

  /** Goes past an element of the code. */
  void pass(CodeElement element) {
    position++;
    switch (element) {
      case LabelTarget target -> labels.put(target.label(), position);
      case StoreInstruction store -> assigned(store.slot());
      case IncrementInstruction increment -> assigned(increment.slot());
      default -> {}
    }
  }

  private void assigned(int slot) {
    firstAssigned.putIfAbsent(slot, position);
    lastAssigned.put(slot, position);
  }

  /** Whether a jump to a label, from here, is one back. */
  boolean isBack(Label target) {
    return labels.containsKey(target);
  }

  /** Whether a loop that begins at a label, and ends here, may carry something in a variable. */
  boolean areCarried(Label start) {
    int from = labels.getOrDefault(start, 0);
    return lastAssigned.entrySet().stream()
        .anyMatch(
            assigned ->
                assigned.getValue() > from
                    && firstAssigned.getOrDefault(assigned.getKey(), 0) < from);
  }
}

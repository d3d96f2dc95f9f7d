package dev.chanlint.explorer.sandbox;

import java.lang.classfile.CodeElement;
import java.lang.classfile.Opcode;
import java.lang.classfile.PseudoInstruction;
import java.lang.classfile.instruction.ArrayLoadInstruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.ConvertInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.OperatorInstruction;
import java.lang.classfile.instruction.StackInstruction;
import java.util.HashSet;
import java.util.Set;

/**
 * Recognises a write of a field whose value was made of a read of the same field: {@code count++},
 * {@code total += n}. It is one if all instructions between the two leave what was read on the
 * operand stack or compute with it, so that the write must consume it.
 */
final class CompoundUpdates {

  private static final Set<String> BOXES =
      Set.of(
          "java/lang/Integer",
          "java/lang/Long",
          "java/lang/Double",
          "java/lang/Float",
          "java/lang/Short",
          "java/lang/Byte",
          "java/lang/Character",
          "java/lang/Boolean");

  private final Set<String> read = new HashSet<>();

  /** Whether a write is that of an update. */
  boolean isCompletedBy(FieldInstruction write) {
    return read.contains(key(write));
  }

  /** Goes past an element of the code. */
  void pass(CodeElement element) {
    if (element instanceof FieldInstruction access && isRead(access)) {
      read.add(key(access));
    } else if (!keepsStack(element)) {
      read.clear();
    }
  }

  private static boolean isRead(FieldInstruction access) {
    return access.opcode() == Opcode.GETFIELD || access.opcode() == Opcode.GETSTATIC;
  }

  private static boolean keepsStack(CodeElement element) {
    return switch (element) {
      case LabelTarget target -> false;
      case PseudoInstruction pseudo -> true;
      case ConstantInstruction constant -> true;
      case LoadInstruction load -> true;
      case ArrayLoadInstruction load -> true;
      case OperatorInstruction operator -> true;
      case ConvertInstruction conversion -> true;
      case StackInstruction stack -> !isPop(stack);
      case InvokeInstruction call -> isBoxing(call);
      case InvokeDynamicInstruction call -> call.name().equalsString("makeConcatWithConstants");
      default -> false;
    };
  }

  private static boolean isBoxing(InvokeInstruction call) {
    String name = call.name().stringValue();
    return BOXES.contains(call.owner().asInternalName())
        && (name.equals("valueOf") || name.endsWith("Value"));
  }

  private static boolean isPop(StackInstruction stack) {
    return stack.opcode() == Opcode.POP || stack.opcode() == Opcode.POP2;
  }

  private static String key(FieldInstruction access) {
    return access.owner().asInternalName() + "." + access.name().stringValue();
  }
}

package dev.chanlint.explorer.sandbox;

import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.PseudoInstruction;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.ArrayLoadInstruction;
import java.lang.classfile.instruction.ArrayStoreInstruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.ConvertInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.IncrementInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.NewPrimitiveArrayInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.lang.classfile.instruction.OperatorInstruction;
import java.lang.classfile.instruction.StackInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.HashSet;
import java.util.Set;

/**
 * The final fields that a class assigns when {@code this} may be known to others already, who can
 * then read them before: because a constructor, or one of the class above, has called a method with
 * it, captured it or stored it. What can not be followed counts as such a use.
 */
final class LateFields {

  private static final Set<Opcode> BINARY =
      Set.of(
          Opcode.IADD,
          Opcode.ISUB,
          Opcode.IMUL,
          Opcode.IDIV,
          Opcode.IREM,
          Opcode.ISHL,
          Opcode.ISHR,
          Opcode.IUSHR,
          Opcode.IAND,
          Opcode.IOR,
          Opcode.IXOR);

  private final String className;
  private final boolean parentPassesThis;
  private final Set<String> names = new HashSet<>();
  private boolean passesThis;

  LateFields(ClassModel model, boolean parentPassesThis) {
    this.className = model.thisClass().asInternalName();
    this.parentPassesThis = parentPassesThis;
    for (MethodModel method : model.methods()) {
      if (method.methodName().equalsString("<init>")) {
        method.code().ifPresent(this::pass);
      }
    }
  }

  /** Their names; those of fields that are not final may be among them. */
  Set<String> names() {
    return Set.copyOf(names);
  }

  /** Whether a constructor passes {@code this} on before it is done. */
  boolean passesThis() {
    return passesThis;
  }

  private void pass(CodeModel code) {
    Constructor constructor = new Constructor();
    code.forEach(constructor::pass);
    passesThis |= constructor.passed;
  }

  /** Follows each {@code this} on the operand stack to what consumes it. */
  private final class Constructor {
    private final Set<Integer> selves = new HashSet<>();

    /** How many slots are in use, counted from below the lowest {@code this}. */
    private int depth;

    private boolean begun;
    private boolean passed;

    void pass(CodeElement element) {
      switch (element) {
        case LoadInstruction load when load.slot() == 0 -> pushThis();
        case LoadInstruction load -> push(load.typeKind());
        case ConstantInstruction constant -> push(constant.typeKind());
        case NewObjectInstruction made -> depth++;
        case FieldInstruction access -> field(access);
        case InvokeInstruction call -> call(call);
        case InvokeDynamicInstruction call -> replace(call.typeSymbol());
        case ConvertInstruction conversion -> {
          pop(conversion.fromType().slotSize());
          push(conversion.toType());
        }
        case ArrayLoadInstruction load -> {
          pop(2);
          push(load.typeKind());
        }
        case ArrayStoreInstruction store -> pop(2 + store.typeKind().slotSize());
        case StoreInstruction store -> pop(store.typeKind().slotSize());
        case OperatorInstruction operator when BINARY.contains(operator.opcode()) -> pop(1);
        case StackInstruction stack when stack.opcode() == Opcode.DUP && !isThis(depth - 1) ->
            depth++;
        case StackInstruction stack when stack.opcode() == Opcode.POP -> pop(1);
        case TypeCheckInstruction check -> {}
        case NewPrimitiveArrayInstruction array -> {}
        case NewReferenceArrayInstruction array -> {}
        case IncrementInstruction increment -> {}
        case PseudoInstruction pseudo -> {}
        default -> giveUp();
      }
    }

    private void field(FieldInstruction access) {
      TypeKind kind = TypeKind.from(access.typeSymbol());
      switch (access.opcode()) {
        case GETSTATIC -> push(kind);
        case PUTSTATIC -> pop(kind.slotSize());
        case GETFIELD -> {
          popBase();
          push(kind);
        }
        default -> {
          pop(kind.slotSize());
          popBase();
          if (passed && access.owner().asInternalName().equals(className)) {
            names.add(access.name().stringValue());
          }
        }
      }
    }

    private void call(InvokeInstruction call) {
      replaceArguments(call.typeSymbol());
      if (call.opcode() != Opcode.INVOKESTATIC) {
        if (!begun && call.name().equalsString("<init>") && isThis(depth - 1)) {
          begun = true;
          passed |= parentPassesThis;
          popBase();
        } else {
          pop(1);
        }
      }
      pushResult(call.typeSymbol());
    }

    private void replace(MethodTypeDesc type) {
      replaceArguments(type);
      pushResult(type);
    }

    private void replaceArguments(MethodTypeDesc type) {
      for (ClassDesc parameter : type.parameterList().reversed()) {
        pop(TypeKind.from(parameter).slotSize());
      }
    }

    private void pushResult(MethodTypeDesc type) {
      push(TypeKind.from(type.returnType()));
    }

    private void pushThis() {
      selves.add(depth++);
    }

    private void push(TypeKind kind) {
      depth += kind.slotSize();
    }

    private boolean isThis(int slot) {
      return selves.contains(slot);
    }

    private void pop(int slots) {
      for (int i = 0; i < slots; i++) {
        passed |= selves.remove(--depth);
      }
    }

    /** The object of a field access. */
    private void popBase() {
      selves.remove(--depth);
    }

    private void giveUp() {
      passed |= !selves.isEmpty();
      selves.clear();
    }
  }
}

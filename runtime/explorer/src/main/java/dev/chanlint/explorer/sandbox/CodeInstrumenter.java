package dev.chanlint.explorer.sandbox;

import dev.chanlint.explorer.hook.Monitors;
import dev.chanlint.explorer.race.Memory;
import dev.chanlint.explorer.sandbox.Hierarchy.ResolvedField;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.ArrayLoadInstruction;
import java.lang.classfile.instruction.ArrayStoreInstruction;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.MonitorInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites the body of one method. Each instruction that synchronises or accesses shared memory is
 * preceded by, or replaced with, a call of a hook; the rest passes unchanged.
 */
final class CodeInstrumenter implements CodeTransform {

  private static final ClassDesc MONITORS = desc(Monitors.class);
  private static final ClassDesc MEMORY = desc(Memory.class);
  private static final ClassDesc CONCATENATION = desc(java.lang.invoke.StringConcatFactory.class);
  private static final ClassDesc OF_RECORDS = desc(java.lang.runtime.ObjectMethods.class);
  private static final MethodTypeDesc OF_OBJECT =
      MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_Object);
  private static final MethodTypeDesc OF_FLAG =
      MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_boolean);
  private static final MethodTypeDesc ARRAY_ACCESS =
      MethodTypeDesc.of(
          ConstantDescs.CD_void,
          ConstantDescs.CD_Object,
          ConstantDescs.CD_int,
          ConstantDescs.CD_int);

  private final InstrumentedClass owner;
  private final MethodTarget method;
  private final Hierarchy hierarchy;
  private final Redirections redirections;
  private final Places places;
  private final CallInstrumenter calls;

  /** In a constructor, until it has called another: {@code this} can not be passed on yet. */
  private boolean underConstruction;

  /** Objects of this class or its parent made but not yet constructed, inside such a call. */
  private int pendingNews;

  private final CompoundUpdates updates = new CompoundUpdates();
  private final LoopVariables variables;
  private final List<Label[]> guarded = new ArrayList<>();
  private @Nullable Label guardStart;
  private int monitor;

  CodeInstrumenter(
      InstrumentedClass owner,
      MethodTarget method,
      Hierarchy hierarchy,
      Redirections redirections) {
    this.owner = owner;
    this.method = method;
    this.hierarchy = hierarchy;
    this.redirections = redirections;
    this.variables = new LoopVariables(method.parameterSlots());
    this.places = new Places(owner, method);
    this.calls = new CallInstrumenter(owner, redirections, places);
    this.underConstruction = method.name().equals("<init>");
  }

  static ClassDesc desc(Class<?> type) {
    return ClassDesc.ofDescriptor(type.descriptorString());
  }

  @Override
  public void atStart(CodeBuilder code) {
    method.prologue().accept(code);
    if (method.isSynchronized()) {
      monitor = code.allocateLocal(TypeKind.REFERENCE);
      if (method.isStatic()) {
        code.loadConstant(owner.desc());
      } else {
        code.aload(0);
      }
      code.dup().astore(monitor).invokestatic(MONITORS, "enter", OF_OBJECT);
    }
  }

  @Override
  public void atEnd(CodeBuilder code) {
    if (!method.isSynchronized()) {
      return;
    }
    closeGuard(code);
    if (guarded.isEmpty()) {
      return;
    }
    Label handler = code.newBoundLabel();
    code.aload(monitor).invokestatic(MONITORS, "exit", OF_OBJECT).athrow();
    for (Label[] range : guarded) {
      code.exceptionCatchAll(range[0], range[1], handler);
    }
  }

  /** Ends the range in which an exception releases the monitor. */
  private void closeGuard(CodeBuilder code) {
    if (guardStart != null) {
      guarded.add(new Label[] {guardStart, code.newBoundLabel()});
      guardStart = null;
    }
  }

  @Override
  public void accept(CodeBuilder code, CodeElement element) {
    boolean returns = element instanceof ReturnInstruction;
    if (method.isSynchronized()
        && guardStart == null
        && element instanceof Instruction
        && !returns) {
      guardStart = code.newBoundLabel();
    }
    switch (element) {
      case LineNumber number -> {
        places.enter(number.line());
        code.with(element);
      }
      case MonitorInstruction instruction -> monitor(code, instruction);
      case ReturnInstruction instruction when method.isSynchronized() -> leave(code, instruction);
      case FieldInstruction access -> field(code, access);
      case ArrayLoadInstruction load when owner.reportsElements() -> {
        code.dup2().loadConstant(places.site(elementOf(load.typeKind())));
        code.invokestatic(MEMORY, "readElement", ARRAY_ACCESS).with(load);
      }
      case ArrayStoreInstruction store when owner.reportsElements() -> store(code, store);
      case NewObjectInstruction made -> {
        if (underConstruction && constructs(made.className().asInternalName())) {
          pendingNews++;
        }
        redirections
            .model(made.className().asInternalName())
            .ifPresentOrElse(code::new_, () -> code.with(made));
      }
      case BranchInstruction branch -> {
        if (variables.isBack(branch.target())) {
          // the runtime's own loops go through arguments, and end with the call
          boolean carries = !Seam.isRuntime(owner.name()) && variables.areCarried(branch.target());
          code.loadConstant(carries ? 1 : 0).invokestatic(MEMORY, "backEdge", OF_FLAG);
        }
        code.with(branch);
      }
      case InvokeInstruction call -> {
        construct(call);
        calls.call(code, call);
      }
      case InvokeDynamicInstruction call -> dynamic(code, call);
      default -> code.with(element);
    }
    updates.pass(element);
    variables.pass(element);
  }

  private void monitor(CodeBuilder code, MonitorInstruction instruction) {
    String hook = instruction.opcode() == Opcode.MONITORENTER ? "enter" : "exit";
    places.reach(code, hook);
    code.invokestatic(MONITORS, hook, OF_OBJECT);
  }

  private void leave(CodeBuilder code, ReturnInstruction instruction) {
    closeGuard(code);
    code.aload(monitor).invokestatic(MONITORS, "exit", OF_OBJECT).with(instruction);
  }

  private void field(CodeBuilder code, FieldInstruction access) {
    String name = access.name().stringValue();
    Optional<ResolvedField> resolved =
        hierarchy.field(access.owner().asInternalName(), name, access.type().stringValue());
    if (resolved.isEmpty() || !resolved.get().owner().underTest()) {
      code.with(access);
      redirections.afterField(access).ifPresent(r -> r.accept(code));
      return;
    }
    ResolvedField field = resolved.get();
    if (field.owner().staticsMoved() && !field.isConstant()) {
      toHolder(code, access, field);
      return;
    }
    if (isStatic(access)) {
      initialize(code, field.owner().name());
    }
    if (owner.isShadowed(field) && !(underConstruction && isPutField(access))) {
      report(code, access, field);
    }
    code.with(access);
  }

  /** The interface's field is that of its holder. */
  private void toHolder(CodeBuilder code, FieldInstruction access, ResolvedField field) {
    ClassDesc holder = ClassDesc.ofInternalName(InterfaceStatics.holder(field.owner().name()));
    field(
        code,
        FieldInstruction.of(
            access.opcode(),
            code.constantPool().fieldRefEntry(holder, field.name(), access.typeSymbol())));
  }

  private static boolean isStatic(FieldInstruction access) {
    return access.opcode() == Opcode.GETSTATIC || access.opcode() == Opcode.PUTSTATIC;
  }

  private static boolean isPutField(FieldInstruction access) {
    return access.opcode() == Opcode.PUTFIELD;
  }

  /** Has the class initialised, unless the method can only run when it is. */
  private void initialize(CodeBuilder code, String declaring) {
    if (owner.isGuarded(declaring) && !(method.afterInit() && declaring.equals(owner.name()))) {
      code.invokestatic(ClassDesc.ofInternalName(declaring), Hidden.INIT, ConstantDescs.MTD_void);
    }
  }

  private void report(CodeBuilder code, FieldInstruction access, ResolvedField field) {
    ClassDesc declaring = ClassDesc.ofInternalName(field.owner().name());
    int site = places.site(simple(field.owner().name()) + "." + field.name());
    boolean wide =
        access.typeSymbol().equals(ConstantDescs.CD_long)
            || access.typeSymbol().equals(ConstantDescs.CD_double);
    MethodTypeDesc ofInstance =
        MethodTypeDesc.of(ConstantDescs.CD_void, declaring, ConstantDescs.CD_int);
    MethodTypeDesc ofStatic = MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int);
    String write =
        field.isVolatile() && updates.isCompletedBy(access)
            ? Hidden.update(field.name())
            : Hidden.write(field.name());
    switch (access.opcode()) {
      case GETSTATIC ->
          code.loadConstant(site).invokestatic(declaring, Hidden.read(field.name()), ofStatic);
      case PUTSTATIC -> code.loadConstant(site).invokestatic(declaring, write, ofStatic);
      case GETFIELD ->
          code.dup()
              .loadConstant(site)
              .invokestatic(declaring, Hidden.read(field.name()), ofInstance);
      default -> {
        if (wide) {
          code.dup2_x1().pop2().dup().loadConstant(site);
          code.invokestatic(declaring, write, ofInstance);
          code.dup_x2().pop();
        } else {
          code.dup2().pop().loadConstant(site);
          code.invokestatic(declaring, write, ofInstance);
        }
      }
    }
  }

  /** Brings array and index up over the value, a copy of each for the hook. */
  private void store(CodeBuilder code, ArrayStoreInstruction store) {
    int site = places.site(elementOf(store.typeKind()));
    if (store.typeKind().slotSize() == 2) {
      code.dup2_x2().pop2().dup2_x2().loadConstant(site);
    } else {
      code.dup_x2().pop().dup2_x1().loadConstant(site);
    }
    code.invokestatic(MEMORY, "writeElement", ARRAY_ACCESS);
    code.with(store);
  }

  /** Notes the call by which a constructor has another, or its parent's, begin. */
  private void construct(InvokeInstruction call) {
    if (underConstruction
        && call.name().equalsString("<init>")
        && constructs(call.owner().asInternalName())) {
      if (pendingNews > 0) {
        pendingNews--;
      } else {
        underConstruction = false;
      }
    }
  }

  /**
   * A concatenation reads what it makes a text of. A method reference to what would be redirected
   * refers to a method of ours that is.
   */
  private void dynamic(CodeBuilder code, InvokeDynamicInstruction call) {
    if (call.bootstrapMethod().owner().equals(CONCATENATION)) {
      calls.concatenate(code, call.typeSymbol());
    } else if (call.bootstrapMethod().owner().equals(OF_RECORDS)) {
      record(code, call);
    }
    var arguments =
        call.bootstrapArgs().stream()
            .map(argument -> bridged(argument, call.typeSymbol()))
            .toList();
    if (arguments.equals(call.bootstrapArgs())) {
      code.with(call);
      return;
    }
    code.invokedynamic(
        DynamicCallSiteDesc.of(
            call.bootstrapMethod(),
            call.name().stringValue(),
            call.typeSymbol(),
            arguments.toArray(java.lang.constant.ConstantDesc[]::new)));
  }

  /** The text and the hash of a record are made of what its components hold. */
  private void record(CodeBuilder code, InvokeDynamicInstruction call) {
    String asked = call.name().stringValue();
    if (call.typeSymbol().parameterCount() == 1) {
      for (var argument : call.bootstrapArgs()) {
        if (argument instanceof DirectMethodHandleDesc getter) {
          calls.component(code, getter, asked);
        }
      }
    }
  }

  private java.lang.constant.ConstantDesc bridged(
      java.lang.constant.ConstantDesc argument, MethodTypeDesc captured) {
    return argument instanceof DirectMethodHandleDesc handle
        ? owner.bridge(handle, captured, places.line())
        : argument;
  }

  /** Whether a constructor call of this class could be the one on {@code this}. */
  private boolean constructs(String name) {
    return name.equals(owner.name()) || name.equals(owner.superName());
  }

  private static String elementOf(TypeKind kind) {
    return kind == TypeKind.REFERENCE
        ? "an array element"
        : "an element of "
            + (kind == TypeKind.BYTE ? "byte" : kind.upperBound().displayName())
            + "[]";
  }

  private static String simple(String internalName) {
    return internalName.substring(internalName.lastIndexOf('/') + 1).replace('$', '.');
  }
}

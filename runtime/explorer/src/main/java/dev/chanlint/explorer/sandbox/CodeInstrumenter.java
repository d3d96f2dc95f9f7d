package dev.chanlint.explorer.sandbox;

import dev.chanlint.explorer.Site;
import dev.chanlint.explorer.hook.Atomics;
import dev.chanlint.explorer.hook.Collections;
import dev.chanlint.explorer.hook.Effects;
import dev.chanlint.explorer.hook.Monitors;
import dev.chanlint.explorer.hook.Reflection;
import dev.chanlint.explorer.hook.VarHandles;
import dev.chanlint.explorer.race.Memory;
import dev.chanlint.explorer.race.Sites;
import dev.chanlint.explorer.sandbox.Hierarchy.ResolvedField;
import dev.chanlint.explorer.sandbox.Redirection.AtomicVariable;
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
import java.lang.classfile.instruction.LabelTarget;
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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites the body of one method. Each instruction that synchronises or accesses shared memory is
 * preceded by, or replaced with, a call of a hook; the rest passes unchanged.
 */
final class CodeInstrumenter implements CodeTransform {

  private static final ClassDesc MONITORS = desc(Monitors.class);
  private static final ClassDesc MEMORY = desc(Memory.class);
  private static final ClassDesc COLLECTIONS = desc(Collections.class);
  private static final ClassDesc EFFECTS = desc(Effects.class);
  private static final ClassDesc ATOMICS = desc(Atomics.class);
  private static final ClassDesc VAR_HANDLES = desc(VarHandles.class);
  private static final ClassDesc REFLECTION = desc(Reflection.class);

  private static final MethodTypeDesc OF_OBJECT =
      MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_Object);
  private static final MethodTypeDesc ARRAY_ACCESS =
      MethodTypeDesc.of(
          ConstantDescs.CD_void,
          ConstantDescs.CD_Object,
          ConstantDescs.CD_int,
          ConstantDescs.CD_int);
  private static final MethodTypeDesc ELEMENTS_ACCESS =
      MethodTypeDesc.of(
          ConstantDescs.CD_void,
          ConstantDescs.CD_Object,
          ConstantDescs.CD_int,
          ConstantDescs.CD_int,
          ConstantDescs.CD_boolean,
          ConstantDescs.CD_int);
  private static final MethodTypeDesc COLLECTION_ACCESS =
      MethodTypeDesc.of(
          ConstantDescs.CD_void,
          ConstantDescs.CD_Object,
          ConstantDescs.CD_boolean,
          ConstantDescs.CD_int);
  private static final MethodTypeDesc FIELD_ACCESS =
      MethodTypeDesc.of(
          ConstantDescs.CD_void,
          desc(java.lang.reflect.Field.class),
          ConstantDescs.CD_Object,
          ConstantDescs.CD_boolean,
          ConstantDescs.CD_int);
  private static final MethodTypeDesc DERIVED =
      MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_Object, ConstantDescs.CD_Object);

  /** What tells a hook which variable is accessed. */
  private static final Map<AtomicVariable, List<ClassDesc>> LOCATED =
      Map.of(
          AtomicVariable.OBJECT, List.of(ConstantDescs.CD_Object),
          AtomicVariable.ELEMENT, List.of(ConstantDescs.CD_Object, ConstantDescs.CD_int),
          AtomicVariable.UPDATED_FIELD,
              List.of(ConstantDescs.CD_Object, ConstantDescs.CD_Object, ConstantDescs.CD_int),
          AtomicVariable.HANDLE,
              List.of(ConstantDescs.CD_Object, ConstantDescs.CD_Object, ConstantDescs.CD_int));

  private static final MethodTypeDesc OF_SITE =
      MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int);
  private static final MethodTypeDesc REFUSED_OF =
      MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_Object, ConstantDescs.CD_String);
  private static final List<ClassDesc> FILES =
      List.of(desc(java.io.File.class), desc(java.nio.file.Path.class));
  private static final MethodTypeDesc UNLESS_WRITABLE =
      MethodTypeDesc.of(
          ConstantDescs.CD_void,
          ConstantDescs.CD_Object.arrayType(),
          ConstantDescs.CD_String,
          ConstantDescs.CD_String);
  private static final MethodTypeDesc REFUSED =
      MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_String);

  private final InstrumentedClass owner;
  private final MethodTarget method;
  private final Hierarchy hierarchy;
  private final Redirections redirections;

  private int line;

  /** The lines that access a thing, in the order of the code. */
  private final Map<String, List<Integer>> accessLines = new HashMap<>();

  /** In a constructor, until it has called another: {@code this} can not be passed on yet. */
  private boolean underConstruction;

  /** Objects of this class or its parent made but not yet constructed, inside such a call. */
  private int pendingNews;

  private final CompoundUpdates updates = new CompoundUpdates();
  private final Set<Label> passed = new HashSet<>();
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
        line = number.line();
        code.with(element);
      }
      case MonitorInstruction instruction -> monitor(code, instruction);
      case ReturnInstruction instruction when method.isSynchronized() -> leave(code, instruction);
      case FieldInstruction access -> field(code, access);
      case ArrayLoadInstruction load when owner.reportsElements() -> {
        code.dup2().loadConstant(site(elementOf(load.typeKind())));
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
      case LabelTarget target -> {
        passed.add(target.label());
        code.with(target);
      }
      case BranchInstruction branch -> {
        if (passed.contains(branch.target())) {
          code.invokestatic(MEMORY, "backEdge", ConstantDescs.MTD_void);
        }
        code.with(branch);
      }
      case InvokeInstruction call -> call(code, call);
      case InvokeDynamicInstruction call -> dynamic(code, call);
      default -> code.with(element);
    }
    updates.pass(element);
  }

  private void monitor(CodeBuilder code, MonitorInstruction instruction) {
    String hook = instruction.opcode() == Opcode.MONITORENTER ? "enter" : "exit";
    reach(code, hook);
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
    int site = site(simple(field.owner().name()) + "." + field.name());
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
    int site = site(elementOf(store.typeKind()));
    if (store.typeKind().slotSize() == 2) {
      code.dup2_x2().pop2().dup2_x2().loadConstant(site);
    } else {
      code.dup_x2().pop().dup2_x1().loadConstant(site);
    }
    code.invokestatic(MEMORY, "writeElement", ARRAY_ACCESS);
    code.with(store);
  }

  private void call(CodeBuilder code, InvokeInstruction call) {
    if (underConstruction
        && call.name().equalsString("<init>")
        && constructs(call.owner().asInternalName())) {
      if (pendingNews > 0) {
        pendingNews--;
      } else {
        underConstruction = false;
      }
    }
    Optional<ClassDesc> model =
        call.opcode() == Opcode.INVOKESPECIAL
            ? redirections.model(call.owner().asInternalName())
            : Optional.empty();
    if (model.isPresent()) {
      code.invokespecial(model.get(), call.name().stringValue(), call.typeSymbol());
      return;
    }
    Optional<Redirection> redirection =
        redirections.of(
            call.owner().asInternalName(),
            call.name().stringValue(),
            call.typeSymbol(),
            call.opcode() == Opcode.INVOKESTATIC);
    if (redirection.isEmpty() || redirection.get() instanceof Redirection.Observe) {
      pass(code, call);
    }
    if (redirection.isEmpty()) {
      if (call.owner().asSymbol().isArray()
          && call.name().equalsString("clone")
          && owner.reportsElements()) {
        readWhole(code);
      }
      if (Seam.isRuntime(call.owner().asInternalName())) {
        reach(code, call.name().stringValue());
      }
      code.with(call);
      return;
    }
    switch (redirection.get()) {
      case Redirection.Replace r -> {
        reach(code, call.name().stringValue());
        code.invokestatic(r.hook(), r.name(), r.type());
      }
      case Redirection.Refuse r -> {
        code.loadConstant(r.reason() + " at " + place()).invokestatic(EFFECTS, "refuse", REFUSED);
        code.with(call);
      }
      case Redirection.RefuseJdk r -> refuseJdk(code, call, r);
      case Redirection.RefuseUnlessWritable r -> refuseUnlessWritable(code, call, r);
      case Redirection.Observe r -> observe(code, call, r);
      case Redirection.Synchronize r -> synchronize(code, call, r);
      case Redirection.After r -> after(code, call, r);
      case Redirection.Before r -> before(code, call, r);
      case Redirection.Wrap r -> wrap(code, call);
      case Redirection.ReflectedField r -> reflectedField(code, call, r);
    }
  }

  private void refuseJdk(CodeBuilder code, InvokeInstruction call, Redirection.RefuseJdk r) {
    int[] spilled = spill(code, call);
    code.dup().loadConstant(r.reason() + " at " + place());
    code.invokestatic(EFFECTS, "refuse", REFUSED_OF);
    reload(code, call, spilled);
    code.with(call);
  }

  /** Shows the hook the files that the call names: the receiver, paths, the file to open. */
  private void refuseUnlessWritable(
      CodeBuilder code, InvokeInstruction call, Redirection.RefuseUnlessWritable r) {
    boolean makes = call.name().equalsString("<init>");
    int[] spilled = spill(code, call);
    List<Integer> files = new ArrayList<>();
    if (!makes && call.opcode() != Opcode.INVOKESTATIC) {
      int receiver = code.allocateLocal(TypeKind.REFERENCE);
      code.dup().astore(receiver);
      files.add(receiver);
    }
    for (int i = 0; i < spilled.length; i++) {
      ClassDesc type = call.typeSymbol().parameterType(i);
      if (FILES.contains(type) || makes && i == 0 && type.equals(ConstantDescs.CD_String)) {
        files.add(spilled[i]);
      }
    }
    code.loadConstant(files.size()).anewarray(ConstantDescs.CD_Object);
    for (int i = 0; i < files.size(); i++) {
      code.dup().loadConstant(i).aload(files.get(i)).aastore();
    }
    code.loadConstant(r.writable()).loadConstant(r.reason() + " at " + place());
    code.invokestatic(EFFECTS, "refuseUnlessWritable", UNLESS_WRITABLE);
    reload(code, call, spilled);
    code.with(call);
  }

  /** Tells of the collections among the arguments that the call goes through. */
  private void pass(CodeBuilder code, InvokeInstruction call) {
    List<Observations.Passed> passed =
        redirections.passed(
            call.owner().asInternalName(), call.name().stringValue(), call.typeSymbol());
    List<ArrayPasses.Pass> arrays =
        owner.reportsElements()
            ? ArrayPasses.of(
                call.owner().asInternalName(), call.name().stringValue(), call.typeSymbol())
            : List.of();
    if (passed.isEmpty() && arrays.isEmpty()) {
      return;
    }
    int[] spilled = spill(code, call);
    arrays.forEach(array -> pass(code, array, spilled));
    for (Observations.Passed argument : passed) {
      code.aload(spilled[argument.index()])
          .loadConstant(argument.write() ? 1 : 0)
          .loadConstant(site("a collection"));
      code.invokestatic(COLLECTIONS, "access", COLLECTION_ACCESS);
    }
    reload(code, call, spilled);
  }

  private void pass(CodeBuilder code, ArrayPasses.Pass pass, int[] spilled) {
    code.aload(spilled[pass.array()]);
    if (pass.isWhole()) {
      code.iconst_0().iconst_m1();
    } else {
      code.iload(spilled[pass.from()]).iload(spilled[pass.to()]);
      if (!pass.counted()) {
        code.iload(spilled[pass.from()]).isub();
      }
    }
    code.loadConstant(pass.write() ? 1 : 0).loadConstant(site("an array element"));
    code.invokestatic(MEMORY, "accessElements", ELEMENTS_ACCESS);
  }

  /** An array that is cloned is read. */
  private void readWhole(CodeBuilder code) {
    code.dup().iconst_0().iconst_m1().iconst_0().loadConstant(site("an array element"));
    code.invokestatic(MEMORY, "accessElements", ELEMENTS_ACCESS);
  }

  private void observe(CodeBuilder code, InvokeInstruction call, Redirection.Observe redirection) {
    int[] spilled = spill(code, call);
    int receiver = redirection.derives() ? code.allocateLocal(TypeKind.REFERENCE) : -1;
    if (receiver >= 0) {
      code.dup().astore(receiver);
    }
    code.dup().loadConstant(redirection.write() ? 1 : 0).loadConstant(site("a collection"));
    code.invokestatic(COLLECTIONS, "access", COLLECTION_ACCESS);
    reload(code, call, spilled);
    code.with(call);
    if (receiver >= 0) {
      code.dup().aload(receiver).invokestatic(COLLECTIONS, "derived", DERIVED);
    }
  }

  private void synchronize(CodeBuilder code, InvokeInstruction call, Redirection.Synchronize r) {
    reach(code, call.name().stringValue());
    int[] spilled = spill(code, call);
    code.dup();
    int coordinates = locate(code, call, r, spilled);
    List<ClassDesc> hook = new ArrayList<>(LOCATED.get(r.variable()));
    if (r.compares()) {
      TypeKind kind = TypeKind.from(call.typeSymbol().parameterType(coordinates));
      code.loadLocal(kind, spilled[coordinates]);
      box(code, kind);
      hook.add(ConstantDescs.CD_Object);
    }
    code.loadConstant(r.kind());
    hook.add(ConstantDescs.CD_int);
    ClassDesc owner = ATOMICS;
    if (r.variable() == AtomicVariable.HANDLE || r.variable() == AtomicVariable.UPDATED_FIELD) {
      code.loadConstant(site("a variable"));
      hook.add(ConstantDescs.CD_int);
      owner = VAR_HANDLES;
    }
    String name = (r.compares() ? "compare" : "access");
    String suffix = r.variable() == AtomicVariable.ELEMENT ? "Element" : "";
    code.invokestatic(owner, name + suffix, MethodTypeDesc.of(ConstantDescs.CD_void, hook));
    reload(code, call, spilled);
    code.with(call);
  }

  /** Loads what tells the variable, after the receiver; returns how many arguments that is. */
  private static int locate(
      CodeBuilder code, InvokeInstruction call, Redirection.Synchronize r, int[] spilled) {
    List<ClassDesc> parameters = call.typeSymbol().parameterList();
    switch (r.variable()) {
      case OBJECT -> {
        return 0;
      }
      case ELEMENT -> {
        code.iload(spilled[0]);
        return 1;
      }
      case UPDATED_FIELD -> {
        code.aload(spilled[0]).iconst_0();
        return 1;
      }
      case HANDLE -> {
        int coordinates = spilled.length - AtomicAccesses.values(call.name().stringValue());
        if (coordinates > 0) {
          code.aload(spilled[0]);
        } else {
          code.aconst_null();
        }
        if (coordinates == 2 && parameters.get(1).equals(ConstantDescs.CD_int)) {
          code.iload(spilled[1]);
        } else {
          code.iconst_0();
        }
        return coordinates;
      }
    }
    throw new IllegalStateException("no variable");
  }

  private static void box(CodeBuilder code, TypeKind kind) {
    if (kind != TypeKind.REFERENCE) {
      ClassDesc boxed =
          switch (kind) {
            case BOOLEAN -> ConstantDescs.CD_Boolean;
            case BYTE -> ConstantDescs.CD_Byte;
            case CHAR -> ConstantDescs.CD_Character;
            case SHORT -> ConstantDescs.CD_Short;
            case LONG -> ConstantDescs.CD_Long;
            case FLOAT -> ConstantDescs.CD_Float;
            case DOUBLE -> ConstantDescs.CD_Double;
            default -> ConstantDescs.CD_Integer;
          };
      code.invokestatic(boxed, "valueOf", MethodTypeDesc.of(boxed, kind.upperBound()));
    }
  }

  /** Tells the hook of the receiver and the arguments. */
  private static void before(CodeBuilder code, InvokeInstruction call, Redirection.Before r) {
    int[] spilled = spill(code, call);
    code.dup();
    reload(code, call, spilled);
    MethodTypeDesc type =
        call.typeSymbol()
            .insertParameterTypes(0, call.owner().asSymbol())
            .changeReturnType(ConstantDescs.CD_void);
    code.invokestatic(r.hook(), r.name(), type);
    reload(code, call, spilled);
    code.with(call);
  }

  private static void wrap(CodeBuilder code, InvokeInstruction call) {
    int[] spilled = spill(code, call);
    reload(code, call, spilled);
    code.with(call).dup().aload(spilled[0]).invokestatic(COLLECTIONS, "derived", DERIVED);
  }

  private void reflectedField(
      CodeBuilder code, InvokeInstruction call, Redirection.ReflectedField r) {
    int[] spilled = spill(code, call);
    code.dup().aload(spilled[0]).loadConstant(r.write() ? 1 : 0).loadConstant(site("a field"));
    code.invokestatic(REFLECTION, "accessField", FIELD_ACCESS);
    reload(code, call, spilled);
    code.with(call);
  }

  private static void after(CodeBuilder code, InvokeInstruction call, Redirection.After r) {
    int[] spilled = spill(code, call);
    reload(code, call, spilled);
    code.with(call);
    reload(code, call, spilled);
    ClassDesc result = call.typeSymbol().returnType();
    code.invokestatic(r.hook(), r.name(), call.typeSymbol().insertParameterTypes(0, result));
  }

  /** Puts the arguments of a call aside, in locals, so that the receiver is on top. */
  private static int[] spill(CodeBuilder code, InvokeInstruction call) {
    List<ClassDesc> parameters = call.typeSymbol().parameterList();
    int[] spilled = new int[parameters.size()];
    for (int i = spilled.length - 1; i >= 0; i--) {
      TypeKind kind = TypeKind.from(parameters.get(i));
      spilled[i] = code.allocateLocal(kind);
      code.storeLocal(kind, spilled[i]);
    }
    return spilled;
  }

  private static void reload(CodeBuilder code, InvokeInstruction call, int[] spilled) {
    List<ClassDesc> parameters = call.typeSymbol().parameterList();
    for (int i = 0; i < spilled.length; i++) {
      code.loadLocal(TypeKind.from(parameters.get(i)), spilled[i]);
    }
  }

  /** Notes that the place is reached, for verdicts that rest on it. */
  private void reach(CodeBuilder code, String what) {
    if (!method.name().startsWith(Hidden.PREFIX)) {
      code.loadConstant(site(what)).invokestatic(MEMORY, "reach", OF_SITE);
    }
  }

  /** A method reference to what would be redirected refers to a method of ours that is. */
  private void dynamic(CodeBuilder code, InvokeDynamicInstruction call) {
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

  private java.lang.constant.ConstantDesc bridged(
      java.lang.constant.ConstantDesc argument, MethodTypeDesc captured) {
    return argument instanceof DirectMethodHandleDesc handle
        ? owner.bridge(handle, captured, line)
        : argument;
  }

  /** Whether a constructor call of this class could be the one on {@code this}. */
  private boolean constructs(String name) {
    return name.equals(owner.name()) || name.equals(owner.superName());
  }

  private int site(String accessed) {
    List<Integer> lines = accessLines.computeIfAbsent(accessed, any -> new ArrayList<>());
    if (!lines.contains(line)) {
      lines.add(line);
    }
    return Sites.number(
        new Sites.Access(
            new Site(
                owner.name().replace('/', '.'), method.displayName(), owner.sourceFile(), line),
            accessed,
            lines.indexOf(line)));
  }

  private String place() {
    return owner.sourceFile() + ":" + line;
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

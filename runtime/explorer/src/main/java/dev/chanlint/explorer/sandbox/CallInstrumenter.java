package dev.chanlint.explorer.sandbox;

import static dev.chanlint.explorer.sandbox.CodeInstrumenter.desc;

import dev.chanlint.explorer.hook.Atomics;
import dev.chanlint.explorer.hook.Collections;
import dev.chanlint.explorer.hook.Effects;
import dev.chanlint.explorer.hook.Maps;
import dev.chanlint.explorer.hook.Reflection;
import dev.chanlint.explorer.hook.Texts;
import dev.chanlint.explorer.hook.VarHandles;
import dev.chanlint.explorer.race.Memory;
import dev.chanlint.explorer.sandbox.Redirection.AtomicVariable;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Rewrites calls, as {@link Redirections} has them: each is preceded by, or replaced with, a call
 * of a hook or of a model, or refused; the rest passes unchanged.
 */
final class CallInstrumenter {

  private static final ClassDesc MEMORY = desc(Memory.class);
  private static final ClassDesc INSTANT = desc(Instant.class);

  /** As what an instant may be an argument of a method of the JDK. */
  private static final Set<ClassDesc> TIMES =
      Set.of(
          INSTANT,
          desc(java.time.temporal.Temporal.class),
          desc(java.time.temporal.TemporalAccessor.class));

  private static final ClassDesc COLLECTIONS = desc(Collections.class);
  private static final ClassDesc MAPS = desc(Maps.class);
  private static final ClassDesc TEXTS = desc(Texts.class);
  private static final ClassDesc EFFECTS = desc(Effects.class);
  private static final ClassDesc ATOMICS = desc(Atomics.class);
  private static final ClassDesc VAR_HANDLES = desc(VarHandles.class);
  private static final ClassDesc REFLECTION = desc(Reflection.class);
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
  private static final MethodTypeDesc COLLECTION_ELEMENT =
      COLLECTION_ACCESS.insertParameterTypes(1, ConstantDescs.CD_int);
  private static final MethodTypeDesc LOOK = COLLECTION_ACCESS.dropParameterTypes(1, 2);
  private static final MethodTypeDesc KEY_ACCESS =
      LOOK.insertParameterTypes(1, ConstantDescs.CD_Object, ConstantDescs.CD_String);
  private static final MethodTypeDesc LOOK_AT_EACH =
      LOOK.changeParameterType(0, ConstantDescs.CD_Object.arrayType());
  private static final MethodTypeDesc LOOK_AT_TWO =
      LOOK.insertParameterTypes(0, ConstantDescs.CD_Object);
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
  private final Redirections redirections;
  private final Places places;

  CallInstrumenter(InstrumentedClass owner, Redirections redirections, Places places) {
    this.owner = owner;
    this.redirections = redirections;
    this.places = places;
  }

  /** Writes a call, or what stands for it. */
  void call(CodeBuilder code, InvokeInstruction call) {
    if (isOfTime(call)) {
      code.invokestatic(MEMORY, "lookAtTime", ConstantDescs.MTD_void);
    }
    Optional<ClassDesc> model =
        call.opcode() == Opcode.INVOKESPECIAL
            ? redirections.model(call.owner().asInternalName())
            : Optional.empty();
    if (model.isPresent()) {
      pass(code, call);
      code.invokespecial(model.get(), call.name().stringValue(), call.typeSymbol());
      return;
    }
    Optional<Redirection> redirection =
        redirections.of(
            call.owner().asInternalName(),
            call.name().stringValue(),
            call.typeSymbol(),
            call.opcode() == Opcode.INVOKESTATIC);
    if (redirection.isEmpty()
        || redirection.get() instanceof Redirection.Observe
        || redirection.get() instanceof Redirection.Replace) {
      pass(code, call);
    }
    redirection.ifPresentOrElse(r -> redirect(code, call, r), () -> leave(code, call));
  }

  /** Whether it may look at a time, as one that a ticker has sent. */
  private static boolean isOfTime(InvokeInstruction call) {
    return call.owner().asSymbol().equals(INSTANT)
        || call.typeSymbol().parameterList().stream().anyMatch(TIMES::contains);
  }

  private void leave(CodeBuilder code, InvokeInstruction call) {
    if (call.owner().asSymbol().isArray()
        && call.name().equalsString("clone")
        && owner.reportsElements()) {
      readWhole(code);
    }
    if (Seam.isRuntime(call.owner().asInternalName())) {
      places.reach(code, call.name().stringValue());
    }
    if (CausedCancellation.isMadeBy(call)) {
      CausedCancellation.make(code);
    } else {
      code.with(call);
    }
  }

  private void redirect(CodeBuilder code, InvokeInstruction call, Redirection redirection) {
    switch (redirection) {
      case Redirection.Replace r -> {
        places.reach(code, call.name().stringValue());
        code.invokestatic(r.hook(), r.name(), r.type());
      }
      case Redirection.Refuse r -> {
        code.loadConstant(r.reason() + " at " + places.text())
            .invokestatic(EFFECTS, "refuse", REFUSED);
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
    code.dup().loadConstant(r.reason() + " at " + places.text());
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
    code.loadConstant(r.writable()).loadConstant(r.reason() + " at " + places.text());
    code.invokestatic(EFFECTS, "refuseUnlessWritable", UNLESS_WRITABLE);
    reload(code, call, spilled);
    code.with(call);
  }

  /** Tells of the arguments that a concatenation of texts goes through, before it is made. */
  void concatenate(CodeBuilder code, MethodTypeDesc type) {
    List<Observations.Passed> passed = redirections.concatenated(type);
    if (!passed.isEmpty()) {
      int[] spilled = spill(code, type);
      pass(code, passed, spilled);
      reload(code, type, spilled);
    }
  }

  /** Tells of what a component of a record holds, when the record's text or hash is made. */
  void component(CodeBuilder code, DirectMethodHandleDesc getter, String asked) {
    ClassDesc type = getter.invocationType().returnType();
    if (redirections.mayHoldMore(type)) {
      code.dup()
          .getfield(getter.owner(), getter.methodName(), type)
          .loadConstant(places.site("a collection"))
          .invokestatic(TEXTS, asked.equals("toString") ? "write" : "hash", LOOK);
    }
  }

  /** Tells of the arguments that the call goes through. */
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
    pass(code, passed, spilled);
    reload(code, call, spilled);
  }

  private void pass(CodeBuilder code, List<Observations.Passed> passed, int[] spilled) {
    passed.forEach(argument -> pass(code, argument, spilled));
  }

  private void pass(CodeBuilder code, Observations.Passed argument, int[] spilled) {
    int site = places.site("a collection");
    int index = argument.index();
    switch (argument.way()) {
      case READ, WRITE ->
          code.aload(spilled[index])
              .loadConstant(argument.way() == Observations.Way.WRITE ? 1 : 0)
              .loadConstant(site)
              .invokestatic(COLLECTIONS, "access", COLLECTION_ACCESS);
      case TEXT -> look(code, "write", spilled[index], LOOK, site);
      case HASH -> look(code, "hash", spilled[index], LOOK, site);
      case TEXTS -> look(code, "writeEach", spilled[index], LOOK_AT_EACH, site);
      case HASHES -> look(code, "hashEach", spilled[index], LOOK_AT_EACH, site);
      case COMPARED -> pair(code, "compare", index, spilled, site);
      case FORMATTED -> pair(code, "format", index, spilled, site);
      case MESSAGE -> pair(code, "message", index, spilled, site);
    }
  }

  private static void look(
      CodeBuilder code, String hook, int argument, MethodTypeDesc type, int site) {
    code.aload(argument).loadConstant(site).invokestatic(TEXTS, hook, type);
  }

  /** Tells of an argument and what comes before it, which may be the receiver. */
  private static void pair(CodeBuilder code, String hook, int index, int[] spilled, int site) {
    if (index == 0) {
      code.dup();
    } else {
      code.aload(spilled[index - 1]);
    }
    code.aload(spilled[index]).loadConstant(site).invokestatic(TEXTS, hook, LOOK_AT_TWO);
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
    code.loadConstant(pass.write() ? 1 : 0).loadConstant(places.site("an array element"));
    code.invokestatic(MEMORY, "accessElements", ELEMENTS_ACCESS);
  }

  /** An array that is cloned is read. */
  private void readWhole(CodeBuilder code) {
    code.dup().iconst_0().iconst_m1().iconst_0().loadConstant(places.site("an array element"));
    code.invokestatic(MEMORY, "accessElements", ELEMENTS_ACCESS);
  }

  private void observe(CodeBuilder code, InvokeInstruction call, Redirection.Observe redirection) {
    int[] spilled = spill(code, call);
    int receiver = redirection.derives() ? code.allocateLocal(TypeKind.REFERENCE) : -1;
    if (receiver >= 0) {
      code.dup().astore(receiver);
    }
    code.dup();
    int site = places.site("a collection");
    if (redirection.use() == Redirection.Use.COMPUTE) {
      compute(code, call, spilled, site);
    } else {
      observe(code, redirection.use(), call.name().stringValue(), spilled, site);
    }
    reload(code, call, spilled);
    code.with(call);
    if (receiver >= 0) {
      code.dup().aload(receiver).invokestatic(COLLECTIONS, "derived", DERIVED);
    }
  }

  /** Takes the receiver from the stack, and has the function replaced. */
  private static void compute(CodeBuilder code, InvokeInstruction call, int[] spilled, int site) {
    int last = spilled[spilled.length - 1];
    ClassDesc function = call.typeSymbol().parameterList().getLast();
    code.aload(spilled[0]).aload(last).loadConstant(call.name().stringValue()).loadConstant(site);
    code.invokestatic(
            MAPS,
            "computing",
            KEY_ACCESS.insertParameterTypes(2, function).changeReturnType(function))
        .astore(last);
  }

  /** Takes the receiver from the stack. */
  private static void observe(
      CodeBuilder code, Redirection.Use use, String name, int[] spilled, int site) {
    switch (use) {
      case READ, WRITE ->
          code.loadConstant(use == Redirection.Use.WRITE ? 1 : 0)
              .loadConstant(site)
              .invokestatic(COLLECTIONS, "access", COLLECTION_ACCESS);
      case ADVANCE -> code.loadConstant(site).invokestatic(COLLECTIONS, "advance", LOOK);
      case COMPUTE -> throw new IllegalArgumentException("replaces an argument");
      case KEY ->
          code.aload(spilled[0])
              .loadConstant(name)
              .loadConstant(site)
              .invokestatic(MAPS, "access", KEY_ACCESS);
      case TEXT -> code.loadConstant(site).invokestatic(TEXTS, "write", LOOK);
      case HASH -> code.loadConstant(site).invokestatic(TEXTS, "hash", LOOK);
      case EQUALS ->
          code.aload(spilled[0]).loadConstant(site).invokestatic(TEXTS, "compare", LOOK_AT_TWO);
      case SIZE -> code.loadConstant(site).invokestatic(COLLECTIONS, "count", LOOK);
      case GET, SET ->
          code.iload(spilled[0])
              .loadConstant(use == Redirection.Use.SET ? 1 : 0)
              .loadConstant(site)
              .invokestatic(COLLECTIONS, "accessElement", COLLECTION_ELEMENT);
    }
  }

  private void synchronize(CodeBuilder code, InvokeInstruction call, Redirection.Synchronize r) {
    places.reach(code, call.name().stringValue());
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
      code.loadConstant(places.site("a variable"));
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
    code.dup()
        .aload(spilled[0])
        .loadConstant(r.write() ? 1 : 0)
        .loadConstant(places.site("a field"));
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
    return spill(code, call.typeSymbol());
  }

  private static int[] spill(CodeBuilder code, MethodTypeDesc type) {
    List<ClassDesc> parameters = type.parameterList();
    int[] spilled = new int[parameters.size()];
    for (int i = spilled.length - 1; i >= 0; i--) {
      TypeKind kind = TypeKind.from(parameters.get(i));
      spilled[i] = code.allocateLocal(kind);
      code.storeLocal(kind, spilled[i]);
    }
    return spilled;
  }

  private static void reload(CodeBuilder code, InvokeInstruction call, int[] spilled) {
    reload(code, call.typeSymbol(), spilled);
  }

  private static void reload(CodeBuilder code, MethodTypeDesc type, int[] spilled) {
    List<ClassDesc> parameters = type.parameterList();
    for (int i = 0; i < spilled.length; i++) {
      code.loadLocal(TypeKind.from(parameters.get(i)), spilled[i]);
    }
  }
}

package dev.chanlint.explorer.sandbox;

import dev.chanlint.explorer.hook.ClassState;
import dev.chanlint.explorer.hook.Effects;
import dev.chanlint.explorer.hook.Hashes;
import dev.chanlint.explorer.race.Memory;
import dev.chanlint.explorer.race.Shadow;
import dev.chanlint.explorer.sandbox.Hierarchy.ResolvedField;
import java.lang.classfile.AccessFlags;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.Label;
import java.lang.classfile.MethodBuilder;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Superclass;
import java.lang.classfile.TypeKind;
import java.lang.classfile.attribute.SourceFileAttribute;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites one class: the bodies of its methods by {@link CodeInstrumenter}, its static
 * initialisation as {@link Statics} says, and for each field that can change a shadow field that
 * the race detector keeps its state in, with a method to report a read and one to report a write.
 */
final class InstrumentedClass implements ClassTransform {

  private static final int HIDDEN =
      ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC;

  private static final ClassDesc SHADOW = CodeInstrumenter.desc(Shadow.class);
  private static final ClassDesc MEMORY = CodeInstrumenter.desc(Memory.class);
  private static final ClassDesc CLASS_STATE = CodeInstrumenter.desc(ClassState.class);

  private final ClassModel model;
  private final Hierarchy hierarchy;
  private final Redirections redirections;
  private final Statics statics;
  private final boolean resetsOwn;
  private final boolean guarded;
  private final List<Consumer<ClassBuilder>> bridges = new ArrayList<>();

  InstrumentedClass(ClassModel model, Hierarchy hierarchy, Redirections redirections) {
    this.model = model;
    this.hierarchy = hierarchy;
    this.redirections = redirections;
    this.statics = new Statics(model);
    this.guarded = isGuarded(name());
    this.resetsOwn =
        guarded
            && (statics.needReset()
                || model.methods().stream().anyMatch(InstrumentedClass::isInitializer));
  }

  String name() {
    return model.thisClass().asInternalName();
  }

  @Nullable String superName() {
    return model.superclass().map(c -> c.asInternalName()).orElse(null);
  }

  ClassDesc desc() {
    return model.thisClass().asSymbol();
  }

  String sourceFile() {
    return model
        .findAttribute(Attributes.sourceFile())
        .map(SourceFileAttribute::sourceFile)
        .map(f -> f.stringValue())
        .orElse("");
  }

  /** Whether a class is initialised anew in each execution. */
  boolean isGuarded(String className) {
    return hierarchy
        .shape(className)
        .filter(s -> s.resetsStatics() && !s.isInterface())
        .isPresent();
  }

  /**
   * Whether accesses of a field are reported. Those of what no goroutine shares are not; and the
   * JDK's own code races on plain fields where it knows what it does.
   */
  boolean isShadowed(ResolvedField field) {
    return (!field.isFinal() || field.isLate() && !field.isStatic())
        && field.owner().underTest()
        && !field.owner().isInterface()
        && !Seam.isModel(field.owner().name())
        && !Seam.isConfined(field.owner().name())
        && (field.isVolatile() || !Replacements.isCopy(field.owner().name()));
  }

  /** Whether accesses of array elements are reported. */
  boolean reportsElements() {
    return !Replacements.isCopy(name());
  }

  @Override
  public void accept(ClassBuilder builder, ClassElement element) {
    switch (element) {
      case ClassFileVersion version ->
          // without the mark of preview features, which this JVM may not have enabled: those of 25
          // are of the compiler and the library alone
          builder.withVersion(version.majorVersion(), 0);
      case AccessFlags flags -> builder.withFlags(flags.flagsMask() | ClassFile.ACC_PUBLIC);
      case Superclass parent ->
          redirections
              .model(parent.superclassEntry().asInternalName())
              .ifPresentOrElse(builder::withSuperclass, () -> builder.with(parent));
      case FieldModel field -> field(builder, field);
      case MethodModel method -> method(builder, method);
      default -> builder.with(element);
    }
  }

  @Override
  public void atEnd(ClassBuilder builder) {
    if (guarded) {
      initialization(builder);
    }
    if (takesHashOfObject()) {
      builder.withMethodBody(
          "hashCode",
          MethodTypeDesc.of(ConstantDescs.CD_int),
          ClassFile.ACC_PUBLIC | ClassFile.ACC_SYNTHETIC,
          code ->
              code.aload(0)
                  .invokestatic(
                      CodeInstrumenter.desc(Hashes.class),
                      "identityHashCode",
                      MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_Object))
                  .ireturn());
    }
    bridges.forEach(b -> b.accept(builder));
  }

  /** The JVM would draw the hash at random, and the order of hashed collections with it. */
  private boolean takesHashOfObject() {
    return !model.flags().has(AccessFlag.INTERFACE)
        && "java/lang/Object".equals(superName())
        && model.methods().stream()
            .noneMatch(
                m -> m.methodName().equalsString("hashCode") && m.methodType().equalsString("()I"));
  }

  // Fields

  private void field(ClassBuilder builder, FieldModel field) {
    int flags = field.flags().flagsMask();
    boolean isStatic = field.flags().has(AccessFlag.STATIC);
    boolean reset = resetsOwn && isStatic && !Statics.isConstant(field);
    if (reset) {
      builder.transformField(
          field,
          (b, part) -> {
            if (part instanceof AccessFlags) {
              b.withFlags(Statics.withoutFinal(flags));
            } else {
              b.with(part);
            }
          });
    } else {
      builder.with(field);
    }
    if (!field.flags().has(AccessFlag.FINAL) || !isStatic && isLate(field)) {
      shadow(builder, field);
    }
  }

  private boolean isLate(FieldModel field) {
    return hierarchy
        .shape(name())
        .filter(s -> s.lateFields().contains(field.fieldName().stringValue()))
        .isPresent();
  }

  private void shadow(ClassBuilder builder, FieldModel field) {
    String name = field.fieldName().stringValue();
    int isStatic = field.flags().flagsMask() & ClassFile.ACC_STATIC;
    builder.withField(
        Hidden.shadow(name),
        SHADOW,
        ClassFile.ACC_PUBLIC | ClassFile.ACC_SYNTHETIC | ClassFile.ACC_TRANSIENT | isStatic);
    boolean isVolatile = field.flags().has(AccessFlag.VOLATILE);
    String read =
        isVolatile ? "readVolatile" : field.flags().has(AccessFlag.FINAL) ? "readFinal" : "read";
    reporter(builder, name, isStatic != 0, Hidden.read(name), read);
    reporter(
        builder, name, isStatic != 0, Hidden.write(name), isVolatile ? "writeVolatile" : "write");
    if (isVolatile) {
      reporter(builder, name, isStatic != 0, Hidden.update(name), "updateVolatile");
    }
  }

  /** A method that passes the field's shadow, made when first needed, to the hook. */
  private void reporter(
      ClassBuilder builder, String field, boolean isStatic, String name, String hook) {
    MethodTypeDesc type =
        isStatic
            ? MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int)
            : MethodTypeDesc.of(ConstantDescs.CD_void, desc(), ConstantDescs.CD_int);
    MethodTypeDesc hookType =
        MethodTypeDesc.of(ConstantDescs.CD_void, SHADOW, ConstantDescs.CD_int);
    builder.withMethodBody(
        name,
        type,
        HIDDEN,
        code -> {
          Label present = code.newLabel();
          Label absent = code.newLabel();
          int shadow = code.allocateLocal(TypeKind.REFERENCE);
          if (isStatic) {
            code.getstatic(desc(), Hidden.shadow(field), SHADOW);
          } else {
            code.aload(0).ifnull(absent).aload(0).getfield(desc(), Hidden.shadow(field), SHADOW);
          }
          code.dup().astore(shadow).ifnonnull(present);
          code.new_(SHADOW)
              .dup()
              .invokespecial(SHADOW, "<init>", ConstantDescs.MTD_void)
              .astore(shadow);
          if (isStatic) {
            code.aload(shadow).putstatic(desc(), Hidden.shadow(field), SHADOW);
          } else {
            code.aload(0).aload(shadow).putfield(desc(), Hidden.shadow(field), SHADOW);
          }
          code.labelBinding(present)
              .aload(shadow)
              .iload(isStatic ? 0 : 1)
              .invokestatic(MEMORY, hook, hookType);
          code.labelBinding(absent).return_();
        });
  }

  // Methods

  private void method(ClassBuilder builder, MethodModel method) {
    Optional<CodeModel> body = method.code();
    if (body.isEmpty()) {
      builder.with(method);
      return;
    }
    MethodTarget target = target(method);
    int flags = flags(method);
    Consumer<MethodBuilder> parts =
        b -> {
          for (var part : method) {
            switch (part) {
              case CodeModel code ->
                  b.transformCode(
                      code, new CodeInstrumenter(this, target, hierarchy, redirections));
              case AccessFlags ignored -> b.withFlags(flags);
              default -> b.with(part);
            }
          }
        };
    if (isInitializer(method) && hierarchy.staticsMoved(name())) {
      return; // the holder has it
    }
    if (isInitializer(method) && resetsOwn) {
      builder.withMethod(
          Hidden.INITIALIZER,
          ConstantDescs.MTD_void,
          HIDDEN,
          b -> {
            b.transformCode(
                body.get(), new CodeInstrumenter(this, target, hierarchy, redirections));
          });
    } else {
      builder.withMethod(method.methodName(), method.methodType(), flags, parts);
    }
  }

  /** An interface's holder calls the lambdas of its initialiser. */
  private int flags(MethodModel method) {
    int flags = method.flags().flagsMask() & ~ClassFile.ACC_SYNCHRONIZED;
    boolean open =
        method.methodName().stringValue().startsWith("lambda$static$")
            && hierarchy.staticsMoved(name());
    return open ? flags & ~ClassFile.ACC_PRIVATE | ClassFile.ACC_PUBLIC : flags;
  }

  private static boolean isInitializer(MethodModel method) {
    return method.methodName().equalsString("<clinit>");
  }

  private MethodTarget target(MethodModel method) {
    String name = method.methodName().stringValue();
    boolean isStatic = method.flags().has(AccessFlag.STATIC);
    boolean entry = guarded && isActiveUse(method);
    Consumer<CodeBuilder> prologue =
        isInitializer(method) ? this::defaults : entry ? this::initialize : code -> {};
    if (name.equals("<init>") && hasFinalizer()) {
      prologue = this::refuseFinalizer;
    }
    return new MethodTarget(
        name,
        name.startsWith("lambda$") ? name.replaceFirst("^lambda\\$(.*)\\$\\d+$", "$1") : name,
        isStatic,
        method.flags().has(AccessFlag.SYNCHRONIZED),
        parameterSlots(method, isStatic),
        entry || isInitializer(method),
        prologue);
  }

  private static int parameterSlots(MethodModel method, boolean isStatic) {
    int slots = isStatic ? 0 : 1;
    for (ClassDesc parameter : method.methodTypeSymbol().parameterList()) {
      slots += TypeKind.from(parameter).slotSize();
    }
    return slots;
  }

  private boolean hasFinalizer() {
    return model.methods().stream()
        .anyMatch(
            m -> m.methodName().equalsString("finalize") && m.methodType().equalsString("()V"));
  }

  /** The JVM's own thread would run the finalizer, at any time. */
  private void refuseFinalizer(CodeBuilder code) {
    String simple = name().substring(name().lastIndexOf('/') + 1).replace('$', '.');
    code.loadConstant("makes a " + simple + ", which has a finalizer")
        .invokestatic(
            CodeInstrumenter.desc(Effects.class),
            "refuse",
            MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_String));
  }

  /**
   * Whether entering the method is an active use of the class. A lambda's body is entered only from
   * code that was, and a constructor that calls another of its class leaves it to that.
   */
  private boolean isActiveUse(MethodModel method) {
    if (isInitializer(method)) {
      return false;
    }
    if (method.methodName().equalsString("<init>")) {
      return true;
    }
    return method.flags().has(AccessFlag.STATIC)
        && !method.methodName().stringValue().startsWith("lambda$");
  }

  // Initialisation

  private void initialize(CodeBuilder code) {
    code.invokestatic(desc(), Hidden.INIT, ConstantDescs.MTD_void);
  }

  /** Every static is as the JVM would have it before the initialiser runs. */
  private void defaults(CodeBuilder code) {
    if (!resetsOwn) {
      return;
    }
    for (FieldModel field : statics.fields()) {
      TypeKind kind = TypeKind.from(field.fieldTypeSymbol());
      switch (kind.asLoadable()) {
        case INT -> code.iconst_0();
        case LONG -> code.lconst_0();
        case FLOAT -> code.fconst_0();
        case DOUBLE -> code.dconst_0();
        default -> code.aconst_null();
      }
      code.putstatic(desc(), field.fieldName().stringValue(), field.fieldTypeSymbol());
    }
  }

  private void initialization(ClassBuilder builder) {
    builder.withField(Hidden.STATE, CLASS_STATE, HIDDEN);
    if (resetsOwn && model.methods().stream().noneMatch(InstrumentedClass::isInitializer)) {
      builder.withMethodBody(
          Hidden.INITIALIZER,
          ConstantDescs.MTD_void,
          HIDDEN,
          code -> {
            defaults(code);
            code.return_();
          });
    }
    builder.withMethodBody(
        ConstantDescs.CLASS_INIT_NAME,
        ConstantDescs.MTD_void,
        ClassFile.ACC_STATIC,
        code ->
            code.new_(CLASS_STATE)
                .dup()
                .loadConstant(name().replace('/', '.'))
                .invokespecial(
                    CLASS_STATE,
                    "<init>",
                    MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_String))
                .putstatic(desc(), Hidden.STATE, CLASS_STATE)
                .return_());
    builder.withMethodBody(Hidden.INIT, ConstantDescs.MTD_void, HIDDEN, this::initOnce);
  }

  /**
   * {@code if (state.begin()) try { super; own; state.end(); } catch (Throwable t) { throw
   * state.failed(t); }}.
   */
  private void initOnce(CodeBuilder code) {
    Label done = code.newLabel();
    code.getstatic(desc(), Hidden.STATE, CLASS_STATE)
        .invokevirtual(CLASS_STATE, "begin", MethodTypeDesc.of(ConstantDescs.CD_boolean))
        .ifeq(done);
    code.trying(
        block -> {
          String parent = superName();
          if (parent != null && isGuarded(parent)) {
            block.invokestatic(
                ClassDesc.ofInternalName(parent), Hidden.INIT, ConstantDescs.MTD_void);
          }
          if (resetsOwn) {
            block.invokestatic(desc(), Hidden.INITIALIZER, ConstantDescs.MTD_void);
          }
          block
              .getstatic(desc(), Hidden.STATE, CLASS_STATE)
              .invokevirtual(CLASS_STATE, "end", ConstantDescs.MTD_void);
        },
        handlers ->
            handlers.catchingAll(
                block -> {
                  int thrown = block.allocateLocal(TypeKind.REFERENCE);
                  block
                      .astore(thrown)
                      .getstatic(desc(), Hidden.STATE, CLASS_STATE)
                      .aload(thrown)
                      .invokevirtual(
                          CLASS_STATE,
                          "failed",
                          MethodTypeDesc.of(ConstantDescs.CD_Throwable, ConstantDescs.CD_Throwable))
                      .athrow();
                }));
    code.labelBinding(done).return_();
  }

  // Method references

  /**
   * The handle itself, or that of a method that does the same under control.
   *
   * @param captured what the call site that refers to it captures
   */
  DirectMethodHandleDesc bridge(DirectMethodHandleDesc handle, MethodTypeDesc captured, int line) {
    boolean isStatic =
        handle.kind() == DirectMethodHandleDesc.Kind.STATIC
            || handle.kind() == DirectMethodHandleDesc.Kind.INTERFACE_STATIC;
    String owner = handle.owner().descriptorString();
    if (!handle.owner().isClassOrInterface() || isField(handle)) {
      return handle;
    }
    MethodTypeDesc type = MethodTypeDesc.ofDescriptor(handle.lookupDescriptor());
    String called = owner.substring(1, owner.length() - 1);
    boolean modelled =
        handle.kind() == DirectMethodHandleDesc.Kind.CONSTRUCTOR
            && redirections.model(called).isPresent();
    if (!modelled
        && redirections.of(called, handle.methodName(), type, isStatic).isEmpty()
        && redirections.passed(called, handle.methodName(), type).isEmpty()) {
      return handle;
    }
    MethodTypeDesc bridgeType = bridgeType(handle, type, captured);
    String name = Hidden.PREFIX + "reference$" + bridges.size();
    bridges.add(
        builder ->
            builder.withMethodBody(
                name, bridgeType, HIDDEN, code -> call(code, handle, type, line)));
    return MethodHandleDesc.ofMethod(
        model.flags().has(AccessFlag.INTERFACE)
            ? DirectMethodHandleDesc.Kind.INTERFACE_STATIC
            : DirectMethodHandleDesc.Kind.STATIC,
        desc(),
        name,
        bridgeType);
  }

  /** What is captured for a parameter of a static method has to be of its very type. */
  private static MethodTypeDesc bridgeType(
      DirectMethodHandleDesc handle, MethodTypeDesc type, MethodTypeDesc captured) {
    MethodTypeDesc bridgeType = handle.invocationType();
    boolean bound =
        bridgeType.parameterCount() > type.parameterCount() && captured.parameterCount() > 0;
    return bound ? bridgeType.changeParameterType(0, captured.parameterType(0)) : bridgeType;
  }

  private static boolean isField(DirectMethodHandleDesc handle) {
    return switch (handle.kind()) {
      case GETTER, SETTER, STATIC_GETTER, STATIC_SETTER -> true;
      default -> false;
    };
  }

  private void call(
      CodeBuilder code, DirectMethodHandleDesc handle, MethodTypeDesc type, int line) {
    MethodTarget target =
        new MethodTarget(handle.methodName(), handle.methodName(), true, false, 0, true, c -> {});
    CodeInstrumenter instrumenter = new CodeInstrumenter(this, target, hierarchy, redirections);
    instrumenter.accept(code, java.lang.classfile.instruction.LineNumber.of(line));
    if (handle.kind() == DirectMethodHandleDesc.Kind.CONSTRUCTOR) {
      instrumenter.accept(
          code, NewObjectInstruction.of(code.constantPool().classEntry(handle.owner())));
      code.dup();
    }
    int slot = 0;
    for (ClassDesc parameter : handle.invocationType().parameterList()) {
      TypeKind kind = TypeKind.from(parameter);
      code.loadLocal(kind, slot);
      slot += kind.slotSize();
    }
    instrumenter.accept(code, invocation(code, handle, type));
    code.return_(TypeKind.from(handle.invocationType().returnType()));
  }

  private static InvokeInstruction invocation(
      CodeBuilder code, DirectMethodHandleDesc handle, MethodTypeDesc type) {
    var pool = code.constantPool();
    var owner = pool.classEntry(handle.owner());
    var nameAndType = pool.nameAndTypeEntry(handle.methodName(), type);
    var member =
        handle.isOwnerInterface()
            ? pool.interfaceMethodRefEntry(owner, nameAndType)
            : pool.methodRefEntry(owner, nameAndType);
    return InvokeInstruction.of(
        switch (handle.kind()) {
          case STATIC, INTERFACE_STATIC -> java.lang.classfile.Opcode.INVOKESTATIC;
          case INTERFACE_VIRTUAL -> java.lang.classfile.Opcode.INVOKEINTERFACE;
          case VIRTUAL -> java.lang.classfile.Opcode.INVOKEVIRTUAL;
          default -> java.lang.classfile.Opcode.INVOKESPECIAL;
        },
        member);
  }
}

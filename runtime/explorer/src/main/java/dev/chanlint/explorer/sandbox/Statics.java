package dev.chanlint.explorer.sandbox;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.reflect.AccessFlag;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * How the statics of a class come to be fresh in each execution.
 *
 * <p>The JVM runs a class initialiser once. So the initialiser becomes an ordinary method, and each
 * active use of the class (a static method or constructor entered, a static field accessed: JLS
 * 12.4.1) first asks whether this execution has run it. Running it again in this way, rather than
 * restoring a snapshot of the fields, makes whole new objects behind them: a snapshot would have to
 * follow every reference. Fields that the initialiser does not assign get their default value
 * first. What is not worth it:
 *
 * <ul>
 *   <li>a class with no static state: constants, {@code $assertionsDisabled}, and the tables that
 *       the compiler makes for {@code switch}, which nobody writes again;
 *   <li>an interface whose fields are constants or of immutable types (for others see {@link
 *       InterfaceStatics});
 *   <li>an enum of constants that cannot change: the JDK caches enum constants ({@code valueOf},
 *       {@code EnumMap}, linked switches), so new ones would meet old ones. One qualifies if its
 *       initialiser does no more than construct the constants, its constructors do no more than
 *       store arguments, and every instance field is final and of an immutable type.
 * </ul>
 */
final class Statics {

  private static final Set<String> IMMUTABLE_TYPES =
      Set.of(
          "Z",
          "B",
          "C",
          "S",
          "I",
          "J",
          "F",
          "D",
          "Ljava/lang/String;",
          "Ljava/lang/Integer;",
          "Ljava/lang/Long;",
          "Ljava/lang/Double;",
          "Ljava/lang/Boolean;",
          "Ljava/lang/Character;",
          "Ljava/lang/Class;",
          "Ljava/time/Duration;",
          "Ljava/math/BigInteger;",
          "Ljava/math/BigDecimal;");

  private final ClassModel model;

  Statics(ClassModel model) {
    this.model = model;
  }

  /** Whether the class has statics of its own that an execution can change. */
  boolean needReset() {
    if (model.flags().has(AccessFlag.INTERFACE) || isConstantEnum()) {
      return false;
    }
    boolean initializer = has(m -> m.methodName().equalsString("<clinit>"));
    boolean onlyCompilersOwn =
        model.fields().stream().filter(Statics::isStatic).allMatch(Statics::isCompilersOwn);
    return !(onlyCompilersOwn && (!initializer || initializerIsCompilersOwn()));
  }

  /** Whether an interface has fields that an execution can change, or make others see. */
  boolean moveToHolder() {
    return model.flags().has(AccessFlag.INTERFACE)
        && model.fields().stream().anyMatch(f -> !isConstant(f) && !isImmutable(f));
  }

  /** The statics that need their default value before the initialiser runs. */
  List<FieldModel> fields() {
    return model.fields().stream().filter(Statics::isStatic).filter(f -> !isConstant(f)).toList();
  }

  static boolean isConstant(FieldModel field) {
    return field.findAttribute(Attributes.constantValue()).isPresent()
        && field.flags().has(AccessFlag.FINAL);
  }

  private static boolean isStatic(FieldModel field) {
    return field.flags().has(AccessFlag.STATIC);
  }

  private static boolean isCompilersOwn(FieldModel field) {
    String name = field.fieldName().stringValue();
    return isConstant(field)
        || field.flags().has(AccessFlag.SYNTHETIC)
            && (name.equals("$assertionsDisabled") || name.startsWith("$SwitchMap$"));
  }

  /** Nothing runs in it but what sets up {@code assert} and {@code switch}. */
  private boolean initializerIsCompilersOwn() {
    return initializers()
        .allMatch(
            e ->
                switch (e) {
                  case InvokeInstruction call ->
                      call.name().equalsString("desiredAssertionStatus")
                          || call.name().equalsString("values")
                          || call.name().equalsString("ordinal");
                  case InvokeDynamicInstruction call -> false;
                  case NewObjectInstruction object -> false;
                  default -> true;
                });
  }

  private boolean isConstantEnum() {
    if (!model.flags().has(AccessFlag.ENUM) || !isDirectlyEnum()) {
      return false;
    }
    boolean fieldsConstant =
        model.fields().stream()
            .allMatch(f -> isStatic(f) ? isOwnType(f) || isCompilersOwn(f) : isImmutable(f));
    return fieldsConstant
        && initializers().allMatch(this::constructsConstants)
        && constructorsStore();
  }

  private boolean isDirectlyEnum() {
    return model.superclass().map(ClassEntry::asInternalName).orElse("").equals("java/lang/Enum");
  }

  private boolean isOwnType(FieldModel field) {
    String own = "L" + model.thisClass().asInternalName() + ";";
    String type = field.fieldType().stringValue();
    return field.flags().has(AccessFlag.FINAL) && (type.equals(own) || type.equals("[" + own));
  }

  private static boolean isImmutable(FieldModel field) {
    return field.flags().has(AccessFlag.FINAL)
        && IMMUTABLE_TYPES.contains(field.fieldType().stringValue());
  }

  private boolean constructsConstants(Object element) {
    return switch (element) {
      case InvokeInstruction call ->
          isOwn(call.owner()) || call.name().equalsString("desiredAssertionStatus");
      case NewObjectInstruction object -> isOwn(object.className());
      case InvokeDynamicInstruction call -> false;
      default -> true;
    };
  }

  private boolean isOwn(ClassEntry owner) {
    return owner.equals(model.thisClass());
  }

  private boolean constructorsStore() {
    return model.methods().stream()
        .filter(m -> m.methodName().equalsString("<init>"))
        .flatMap(m -> m.code().stream())
        .flatMap(c -> c.elementStream())
        .allMatch(
            e ->
                switch (e) {
                  case InvokeInstruction call ->
                      isOwn(call.owner()) || call.owner().asInternalName().equals("java/lang/Enum");
                  case FieldInstruction field ->
                      (field.opcode().bytecode() & 1) == 1; // putstatic, putfield
                  case InvokeDynamicInstruction call -> false;
                  case NewObjectInstruction object -> false;
                  default -> true;
                });
  }

  private java.util.stream.Stream<Object> initializers() {
    return model.methods().stream()
        .filter(m -> m.methodName().equalsString("<clinit>"))
        .flatMap(m -> m.code().stream())
        .flatMap(c -> c.elementStream());
  }

  private boolean has(Predicate<MethodModel> test) {
    return model.methods().stream().anyMatch(test);
  }

  /** Flags of a static that is assigned anew in each execution. */
  static int withoutFinal(int flags) {
    return flags & ~ClassFile.ACC_FINAL;
  }
}

package dev.chanlint.analyzer.front;

import dev.chanlint.analyzer.front.TypeTable.Method;
import dev.chanlint.model.code.FieldRef;
import dev.chanlint.model.code.MethodRef;
import dev.chanlint.model.code.TypeDeclaration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import spoon.reflect.code.CtLiteral;
import spoon.reflect.code.CtNewClass;
import spoon.reflect.declaration.CtAnnotation;
import spoon.reflect.declaration.CtClass;
import spoon.reflect.declaration.CtConstructor;
import spoon.reflect.declaration.CtElement;
import spoon.reflect.declaration.CtEnum;
import spoon.reflect.declaration.CtEnumValue;
import spoon.reflect.declaration.CtExecutable;
import spoon.reflect.declaration.CtField;
import spoon.reflect.declaration.CtMethod;
import spoon.reflect.declaration.CtModifiable;
import spoon.reflect.declaration.CtRecord;
import spoon.reflect.declaration.CtRecordComponent;
import spoon.reflect.declaration.CtType;
import spoon.reflect.declaration.ModifierKind;
import spoon.reflect.reference.CtArrayTypeReference;
import spoon.reflect.reference.CtTypeParameterReference;
import spoon.reflect.reference.CtTypeReference;

/** Reads the types of the sources off the tree. */
final class SourceTypes {

  private static final Set<String> GUARDED_BY =
      Set.of(
          "com.google.errorprone.annotations.concurrent.GuardedBy",
          "javax.annotation.concurrent.GuardedBy",
          "net.jcip.annotations.GuardedBy");

  private final Positions positions;

  SourceTypes(Positions positions) {
    this.positions = positions;
  }

  TypeTable.Type read(CtType<?> type) {
    String name = type.getQualifiedName();
    TypeDeclaration declaration =
        new TypeDeclaration(
            name,
            superclass(type),
            interfaces(type),
            type.isInterface(),
            type.isInterface() || type.hasModifier(ModifierKind.ABSTRACT),
            true,
            fields(type));
    return new TypeTable.Type(declaration, methods(type), constants(type), outer(type));
  }

  private static Optional<String> superclass(CtType<?> type) {
    if (type.isInterface()) {
      return Optional.of(TypeTable.OBJECT);
    }
    if (type instanceof CtEnum) {
      return Optional.of("java.lang.Enum");
    }
    if (type instanceof CtRecord) {
      return Optional.of("java.lang.Record");
    }
    if (type.isAnonymous() && type.getParent() instanceof CtNewClass<?> creation) {
      return Optional.of(anonymousParent(type, creation));
    }
    return Optional.of(Names.erased(type.getSuperclass()));
  }

  private static String anonymousParent(CtType<?> type, CtNewClass<?> creation) {
    return type.getSuperInterfaces().isEmpty() && creation.getType() != null
        ? Names.erased(creation.getType())
        : TypeTable.OBJECT;
  }

  private static List<String> interfaces(CtType<?> type) {
    return type.getSuperInterfaces().stream().map(Names::erased).toList();
  }

  private List<TypeDeclaration.Field> fields(CtType<?> type) {
    List<TypeDeclaration.Field> fields = new ArrayList<>();
    for (CtField<?> field : type.getFields()) {
      fields.add(field(type, field));
    }
    return fields;
  }

  private TypeDeclaration.Field field(CtType<?> type, CtField<?> field) {
    boolean constant = type.isInterface() || field instanceof CtEnumValue;
    FieldRef ref =
        new FieldRef(
            type.getQualifiedName(),
            field.getSimpleName(),
            Names.erased(field.getType()),
            constant || field.isStatic());
    return new TypeDeclaration.Field(
        ref,
        constant || field.isFinal() || type instanceof CtRecord && !field.isStatic(),
        field.hasModifier(ModifierKind.VOLATILE),
        guard(field),
        positions.ofName(field));
  }

  private static Optional<String> guard(CtField<?> field) {
    for (CtAnnotation<?> annotation : field.getAnnotations()) {
      if (GUARDED_BY.contains(annotation.getAnnotationType().getQualifiedName())
          && annotation.getValues().get("value") instanceof CtLiteral<?> literal
          && literal.getValue() instanceof String lock) {
        return Optional.of(lock);
      }
    }
    return Optional.empty();
  }

  private static Map<String, Object> constants(CtType<?> type) {
    Map<String, Object> constants = new HashMap<>();
    for (CtField<?> field : type.getFields()) {
      boolean isFinal = type.isInterface() || field.isFinal();
      if (isFinal
          && field.getDefaultExpression() instanceof CtLiteral<?> literal
          && literal.getTypeCasts().isEmpty()) {
        Object value = ofType(literal.getValue(), Names.erased(field.getType()));
        if (value != null) {
          constants.put(field.getSimpleName(), value);
        }
      }
    }
    return constants;
  }

  /** A literal's value as a constant field of a type has it; null if that is not a constant. */
  private static @Nullable Object ofType(@Nullable Object value, String type) {
    return switch (value) {
      case String text when type.equals(TypeTable.STRING) -> text;
      case Boolean truth when type.equals("boolean") -> truth;
      case Character character when type.equals("char") -> character;
      case Integer number when type.equals("int") -> number;
      case Number number when type.equals("long") -> number.longValue();
      case Number number when type.equals("double") -> number.doubleValue();
      case Number number when type.equals("float") -> number.floatValue();
      case null, default -> null;
    };
  }

  // Enclosing instances

  private static Optional<String> outer(CtType<?> type) {
    if (!(type instanceof CtClass<?>)
        || type instanceof CtEnum
        || type instanceof CtRecord
        || type.isStatic()) {
      return Optional.empty();
    }
    CtElement inside = type;
    for (CtElement at = type.getParent(); at != null; at = parent(at)) {
      if (at instanceof CtType<?> around) {
        return isStaticContext(inside, around)
            ? Optional.empty()
            : Optional.of(around.getQualifiedName());
      }
      inside = at;
    }
    return Optional.empty();
  }

  private static @Nullable CtElement parent(CtElement element) {
    return element.isParentInitialized() ? element.getParent() : null;
  }

  /** Whether what a member of a type contains has no enclosing instance. */
  private static boolean isStaticContext(CtElement member, CtType<?> around) {
    if (member instanceof CtModifiable modifiable && modifiable.isStatic()) {
      return true;
    }
    boolean field = member instanceof CtField || member instanceof CtType;
    return field && around.isInterface() || member instanceof CtEnumValue;
  }

  // Methods

  private static List<Method> methods(CtType<?> type) {
    List<Method> methods = new ArrayList<>();
    for (CtMethod<?> method : type.getMethods()) {
      boolean isAbstract = method.isAbstract() || type.isInterface() && method.getBody() == null;
      methods.add(
          new Method(
              method(type, method),
              isAbstract,
              method.hasModifier(ModifierKind.PRIVATE),
              generic(method)));
    }
    if (type instanceof CtClass<?> withConstructors) {
      for (CtConstructor<?> constructor : withConstructors.getConstructors()) {
        methods.add(new Method(constructor(type, constructor), false, false, generic(constructor)));
      }
    }
    if (type instanceof CtRecord record && !declaresCanonical(record)) {
      List<Boolean> generic =
          components(record).stream()
              .map(component -> mentionsVariable(component.getType()))
              .toList();
      methods.add(new Method(canonical(record), false, false, generic));
    }
    if (type instanceof CtEnum<?> constants) {
      methods.add(new Method(values(constants), false, false, List.of()));
      methods.add(new Method(valueOf(constants), false, false, List.of(false)));
    }
    return methods;
  }

  static MethodRef method(CtType<?> type, CtMethod<?> method) {
    return new MethodRef(
        type.getQualifiedName(),
        method.getSimpleName(),
        parameters(method),
        Names.erased(method.getType()),
        method.isStatic());
  }

  static MethodRef constructor(CtType<?> type, CtConstructor<?> constructor) {
    return new MethodRef(
        type.getQualifiedName(), MethodRef.CONSTRUCTOR, parameters(constructor), "void", false);
  }

  /** A record's components in order. */
  static List<CtRecordComponent> components(CtRecord type) {
    return List.copyOf(type.getRecordComponents());
  }

  /** The constructor that takes a record's components. */
  static MethodRef canonical(CtRecord type) {
    List<String> parameters =
        components(type).stream().map(component -> Names.erased(component.getType())).toList();
    return new MethodRef(type.getQualifiedName(), MethodRef.CONSTRUCTOR, parameters, "void", false);
  }

  /** Whether a record's source has its canonical constructor, in long or in short. */
  static boolean declaresCanonical(CtRecord type) {
    MethodRef canonical = canonical(type);
    return type.getConstructors().stream()
        .anyMatch(constructor -> constructor(type, constructor).equals(canonical));
  }

  static MethodRef values(CtEnum<?> type) {
    String name = type.getQualifiedName();
    return new MethodRef(name, "values", List.of(), name + "[]", true);
  }

  private static MethodRef valueOf(CtEnum<?> type) {
    String name = type.getQualifiedName();
    return new MethodRef(name, "valueOf", List.of(TypeTable.STRING), name, true);
  }

  private static List<String> parameters(CtExecutable<?> executable) {
    return executable.getParameters().stream()
        .map(parameter -> Names.erased(parameter.getType()))
        .toList();
  }

  private static List<Boolean> generic(CtExecutable<?> executable) {
    return executable.getParameters().stream()
        .map(parameter -> mentionsVariable(parameter.getType()))
        .toList();
  }

  private static boolean mentionsVariable(@Nullable CtTypeReference<?> type) {
    return switch (type) {
      case CtArrayTypeReference<?> array -> mentionsVariable(array.getComponentType());
      case CtTypeParameterReference _ -> true;
      case null, default -> false;
    };
  }
}

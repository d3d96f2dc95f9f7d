package dev.chanlint.analyzer.front;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import spoon.reflect.reference.CtArrayTypeReference;
import spoon.reflect.reference.CtIntersectionTypeReference;
import spoon.reflect.reference.CtTypeParameterReference;
import spoon.reflect.reference.CtTypeReference;

/** Erased types by the names that the code model gives them. */
final class Names {

  private static final Map<String, String> BOXES =
      Map.of(
          "boolean", "java.lang.Boolean",
          "byte", "java.lang.Byte",
          "char", "java.lang.Character",
          "short", "java.lang.Short",
          "int", "java.lang.Integer",
          "long", "java.lang.Long",
          "float", "java.lang.Float",
          "double", "java.lang.Double");

  private static final Map<String, String> PRIMITIVES =
      BOXES.entrySet().stream()
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

  private Names() {}

  /** The binary name of a type's erasure; that of Object for a type that is not known. */
  static String erased(@Nullable CtTypeReference<?> type) {
    return switch (type) {
      case null -> TypeTable.OBJECT;
      case CtArrayTypeReference<?> array -> erased(array.getComponentType()) + "[]";
      case CtIntersectionTypeReference<?> intersection -> ofFirst(intersection.getBounds());
      case CtTypeParameterReference parameter -> bound(parameter);
      default ->
          type.getQualifiedName().equals(CtTypeReference.NULL_TYPE_NAME)
              ? TypeTable.OBJECT
              : type.getQualifiedName();
    };
  }

  private static String ofFirst(List<CtTypeReference<?>> bounds) {
    return erased(bounds.isEmpty() ? null : bounds.getFirst());
  }

  private static String bound(CtTypeParameterReference parameter) {
    CtTypeReference<?> bound = parameter.getBoundingType();
    return bound == parameter ? TypeTable.OBJECT : erased(bound);
  }

  static boolean isPrimitive(String type) {
    return BOXES.containsKey(type);
  }

  /** The class whose objects hold a primitive type's values; another type itself. */
  static String boxed(String type) {
    return BOXES.getOrDefault(type, type);
  }

  /** The primitive type whose values a class's objects hold; another type itself. */
  static String unboxed(String type) {
    return PRIMITIVES.getOrDefault(type, type);
  }

  /** A class's name without its package, with dots: what a message calls it. */
  static String simple(String binaryName) {
    return binaryName.substring(binaryName.lastIndexOf('.') + 1).replace('$', '.');
  }
}

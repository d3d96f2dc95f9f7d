package dev.chanlint.analyzer.confirm.harness;

import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Signature;
import java.lang.classfile.Signature.ArrayTypeSig;
import java.lang.classfile.Signature.BaseTypeSig;
import java.lang.classfile.Signature.ClassTypeSig;
import java.lang.classfile.Signature.TypeArg;
import java.lang.classfile.Signature.TypeVarSig;
import java.lang.constant.ClassDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Expressions for values of a small domain, by type: numbers from 0 to 2, both booleans, short
 * texts, empty and one-element collections, objects by their simplest constructor, stubs of
 * interfaces that return the same each time. Where there are several values {@code choice}, a
 * {@code Random}, says which: the explorer tries all.
 */
final class Values {

  private static final int DEPTH = 3;

  /** Collections by what they are made as; with one element by what is in front of it. */
  private static final Map<String, List<String>> COLLECTIONS =
      Map.of(
          "java.util.Collection", List.of("java.util.ArrayList", "java.util.List.of"),
          "java.lang.Iterable", List.of("java.util.ArrayList", "java.util.List.of"),
          "java.util.List", List.of("java.util.ArrayList", "java.util.List.of"),
          "java.util.Set", List.of("java.util.HashSet", "java.util.Set.of"),
          "java.util.Map", List.of("java.util.HashMap", "java.util.Map.of"),
          "java.util.Queue", List.of("java.util.ArrayDeque", "java.util.List.of"),
          "java.util.Deque", List.of("java.util.ArrayDeque", "java.util.List.of"));

  private final ClassFiles classes;
  private final boolean same;

  private Values(ClassFiles classes, boolean same) {
    this.classes = classes;
    this.same = same;
  }

  static Values of(ClassFiles classes) {
    return new Values(classes, false);
  }

  private String bool() {
    return same ? "true" : "choice.nextBoolean()";
  }

  private String number(int bound) {
    return same ? "1" : "choice.nextInt(" + bound + ")";
  }

  /** Arguments for a method or constructor; empty if one has a type that no value is known of. */
  Optional<String> arguments(MethodModel method) {
    return arguments(method, DEPTH);
  }

  private Optional<String> arguments(MethodModel method, int depth) {
    List<String> arguments = new ArrayList<>();
    for (Signature parameter : ClassFiles.parameters(method)) {
      Optional<String> value = of(parameter, depth);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      arguments.add(value.get());
    }
    return Optional.of(String.join(", ", arguments));
  }

  /** A new object of a class; empty if it cannot be made so. */
  Optional<String> object(ClassDesc type) {
    return object(type, DEPTH);
  }

  private Optional<String> of(Signature type, int depth) {
    return switch (type) {
      case BaseTypeSig base -> Optional.of(primitive(base.baseType()));
      case TypeVarSig _ -> Optional.of("new Object()");
      case ArrayTypeSig array ->
          Optional.of("new " + name(array.componentSignature()) + "[" + number(2) + "]")
              .filter(_ -> array.componentSignature() instanceof BaseTypeSig);
      case ClassTypeSig reference -> reference(reference, depth);
    };
  }

  private String primitive(char type) {
    return switch (type) {
      case 'Z' -> bool();
      case 'C' -> "'a'";
      case 'B' -> "(byte) " + number(3);
      case 'S' -> "(short) " + number(3);
      default -> number(3);
    };
  }

  /** A value of a class whose constructors say too little; null if it is none of these. */
  private @Nullable String known(String type) {
    return switch (type) {
      case "java.lang.String", "java.lang.CharSequence" -> "(" + bool() + " ? \"\" : \"a\")";
      case "java.lang.Object" -> "new Object()";
      case "java.lang.Integer" -> number(3);
      case "java.lang.Long" -> "(long) " + number(3);
      case "java.lang.Double" -> "(double) " + number(3);
      case "java.lang.Boolean" -> bool();
      case "java.lang.Character" -> "'a'";
      case "java.time.Duration" -> "java.time.Duration.ofMillis(" + number(3) + ")";
      case "dev.chanlint.runtime.Context" -> "dev.chanlint.runtime.Context.background()";
      default -> null;
    };
  }

  private static String name(Signature type) {
    return type instanceof BaseTypeSig base
        ? ClassDesc.ofDescriptor(String.valueOf(base.baseType())).displayName()
        : "Object";
  }

  private Optional<String> reference(ClassTypeSig type, int depth) {
    String name = binaryName(type.classDesc());
    String known = known(name);
    if (known != null) {
      return Optional.of(known);
    }
    List<String> collection = COLLECTIONS.get(name);
    return collection != null
        ? Optional.of(collection(collection.getFirst(), collection.getLast(), type, depth))
        : object(type.classDesc(), depth - 1);
  }

  private String collection(String type, String of, ClassTypeSig generic, int depth) {
    String empty = "new " + type + "<>()";
    List<String> elements = new ArrayList<>();
    for (TypeArg argument : generic.typeArgs()) {
      if (!(argument instanceof TypeArg.Bounded bounded)) {
        return empty;
      }
      Optional<String> element = depth == 0 ? Optional.empty() : of(bounded.boundType(), depth - 1);
      if (element.isEmpty()) {
        return empty;
      }
      elements.add(element.get());
    }
    return elements.isEmpty()
        ? empty
        : "(%s ? %s : new %s<>(%s(%s)))"
            .formatted(bool(), empty, type, of, String.join(", ", elements));
  }

  /** Of the runtime and of {@code java.util.concurrent} nothing is made: it would be shared. */
  private Optional<String> object(ClassDesc type, int depth) {
    String name = binaryName(type);
    if (depth < 0
        || name.startsWith("dev.chanlint.runtime.")
        || name.startsWith("java.util.concurrent.")) {
      return Optional.empty();
    }
    return classes.find(type).filter(classes::isNameable).flatMap(model -> make(model, depth));
  }

  private Optional<String> make(ClassModel type, int depth) {
    if (type.flags().has(AccessFlag.ENUM)) {
      return Optional.of(constant(sourceName(type)));
    } else if (type.flags().has(AccessFlag.INTERFACE)) {
      return stub(type, depth);
    } else if (type.flags().has(AccessFlag.ABSTRACT) || classes.isInner(type)) {
      return Optional.empty();
    }
    return type.methods().stream()
        .filter(method -> method.methodName().equalsString("<init>"))
        .filter(method -> !method.flags().has(AccessFlag.PRIVATE))
        .sorted(Comparator.comparingInt(method -> ClassFiles.parameters(method).size()))
        .flatMap(constructor -> arguments(constructor, depth).stream())
        .map(arguments -> "new " + sourceName(type) + "(" + arguments + ")")
        .findFirst();
  }

  private String constant(String type) {
    return same
        ? type + ".values()[0]"
        : "%1$s.values()[choice.nextInt(%1$s.values().length > 1 ? 2 : 1)]".formatted(type);
  }

  private Optional<String> stub(ClassModel type, int depth) {
    Map<String, String> bodies = new LinkedHashMap<>();
    for (MethodModel method : classes.abstractMethods(type).toList()) {
      Optional<String> body = stubbed(method, depth);
      if (body.isEmpty()) {
        return Optional.empty();
      }
      bodies.putIfAbsent(method.methodName() + method.methodType().stringValue(), body.get());
    }
    return Optional.of(
        "new " + sourceName(type) + "() { " + String.join(" ", bodies.values()) + " }");
  }

  private Optional<String> stubbed(MethodModel method, int depth) {
    var type = method.methodTypeSymbol();
    String result = sourceName(type.returnType());
    Optional<String> value =
        result.equals("void")
            ? Optional.of("")
            : new Values(classes, true).of(Signature.of(type.returnType()), depth - 1);
    List<String> parameters = new ArrayList<>();
    for (ClassDesc parameter : type.parameterList()) {
      parameters.add(sourceName(parameter) + " a" + parameters.size());
    }
    return value.map(
        text ->
            "public %s %s(%s) { %s }"
                .formatted(
                    result,
                    method.methodName(),
                    String.join(", ", parameters),
                    text.isEmpty() ? "" : "return " + text + ";"));
  }

  private static String binaryName(ClassDesc type) {
    String descriptor = type.descriptorString();
    return descriptor.substring(1, descriptor.length() - 1).replace('/', '.');
  }

  static String sourceName(ClassModel type) {
    return sourceName(type.thisClass().asSymbol());
  }

  private static String sourceName(ClassDesc type) {
    if (type.isArray()) {
      return sourceName(type.componentType()) + "[]";
    }
    return type.isPrimitive() ? type.displayName() : binaryName(type).replace('$', '.');
  }
}

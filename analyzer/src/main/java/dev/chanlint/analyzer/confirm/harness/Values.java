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
 * texts, collections of up to two elements, maps of up to one, arrays of two, contexts that end and
 * that do not, objects by their simplest constructor, stubs of interfaces that return the same each
 * time. Where there are several values {@code choice}, a {@code Random}, says which: the explorer
 * tries all.
 */
final class Values {

  private static final int DEPTH = 3;

  /** Collections by what they are made as. */
  private static final Map<String, String> COLLECTIONS =
      Map.of(
          "java.util.Collection", "java.util.ArrayList",
          "java.lang.Iterable", "java.util.ArrayList",
          "java.util.List", "java.util.ArrayList",
          "java.util.Set", "java.util.HashSet",
          "java.util.Queue", "java.util.ArrayDeque",
          "java.util.Deque", "java.util.ArrayDeque");

  private static final String MAP = "java.util.Map";

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

  /** The type of the first parameter that no value is known of, for a reader. */
  String unknown(MethodModel method) {
    return ClassFiles.parameters(method).stream()
        .filter(parameter -> of(parameter, DEPTH).isEmpty())
        .findFirst()
        .map(Values::title)
        .orElseThrow(() -> new IllegalArgumentException("all are known of " + method));
  }

  private static String title(Signature type) {
    return switch (type) {
      case ClassTypeSig reference -> binaryName(reference.classDesc());
      case ArrayTypeSig array -> title(array.componentSignature()) + "[]";
      default -> name(type);
    };
  }

  /** A new object of a class; empty if it cannot be made so. */
  Optional<String> object(ClassDesc type) {
    return object(type, List.of(), DEPTH);
  }

  private Optional<String> of(Signature type, int depth) {
    return switch (type) {
      case BaseTypeSig base -> Optional.of(primitive(base.baseType()));
      case TypeVarSig _ -> Optional.of("new Object()");
      case ArrayTypeSig array -> array(array.componentSignature(), depth);
      case ClassTypeSig reference -> reference(reference, depth);
    };
  }

  private Optional<String> array(Signature component, int depth) {
    return component instanceof ArrayTypeSig
        ? Optional.empty()
        : of(component, depth).map(one -> "new %s[] {%s, %s}".formatted(name(component), one, one));
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
      case "dev.chanlint.runtime.Context" -> context();
      default -> null;
    };
  }

  private String context() {
    String background = "dev.chanlint.runtime.Context.background()";
    return same
        ? background
        : "(choice.nextBoolean() ? %1$s : %2$s.withTimeout(%1$s, %3$s.ofMillis(1)))"
            .formatted(background, "dev.chanlint.runtime.Context", "java.time.Duration");
  }

  private static String name(Signature type) {
    return switch (type) {
      case BaseTypeSig base ->
          ClassDesc.ofDescriptor(String.valueOf(base.baseType())).displayName();
      case ClassTypeSig reference -> sourceName(reference.classDesc());
      default -> "Object";
    };
  }

  private Optional<String> reference(ClassTypeSig type, int depth) {
    String name = binaryName(type.classDesc());
    String known = known(name);
    if (known != null) {
      return Optional.of(known);
    }
    String collection = COLLECTIONS.get(name);
    if (collection != null) {
      return Optional.of(collection(collection, type, depth));
    }
    return name.equals(MAP)
        ? Optional.of(map(type, depth))
        : object(type.classDesc(), type.typeArgs(), depth - 1);
  }

  /** Raw, since the elements may be: a stub has its interface's erasure. */
  private String collection(String type, ClassTypeSig generic, int depth) {
    String empty = "new " + type + "()";
    List<String> elements = elements(generic, depth);
    if (elements.isEmpty()) {
      return empty;
    }
    String one = "new %s(java.util.List.of(%s))".formatted(type, elements.getFirst());
    return same
        ? one
        : "(switch (choice.nextInt(3)) { case 0 -> %s; case 1 -> %s; default -> %s; })"
            .formatted(
                empty,
                one,
                "new %1$s(java.util.List.of(%2$s, %2$s))".formatted(type, elements.getFirst()));
  }

  private String map(ClassTypeSig generic, int depth) {
    String empty = "new java.util.HashMap()";
    List<String> elements = elements(generic, depth);
    return elements.isEmpty()
        ? empty
        : "(%s ? %s : new java.util.HashMap(java.util.Map.of(%s)))"
            .formatted(bool(), empty, String.join(", ", elements));
  }

  /** A value of each type argument; none if one is not known. */
  private List<String> elements(ClassTypeSig generic, int depth) {
    List<String> elements = new ArrayList<>();
    for (TypeArg argument : generic.typeArgs()) {
      Optional<String> element =
          depth > 0 && argument instanceof TypeArg.Bounded bounded
              ? of(bounded.boundType(), depth - 1)
              : Optional.empty();
      if (element.isEmpty()) {
        return List.of();
      }
      elements.add(element.get());
    }
    return elements;
  }

  /** Of the runtime and of {@code java.util.concurrent} nothing is made: it would be shared. */
  private Optional<String> object(ClassDesc type, List<TypeArg> arguments, int depth) {
    String name = binaryName(type);
    if (depth < 0
        || name.startsWith("dev.chanlint.runtime.")
        || name.startsWith("java.util.concurrent.")) {
      return Optional.empty();
    }
    return classes
        .find(type)
        .filter(classes::isNameable)
        .flatMap(model -> make(model, arguments, depth));
  }

  private Optional<String> make(ClassModel type, List<TypeArg> typeArguments, int depth) {
    if (type.flags().has(AccessFlag.ENUM)) {
      return Optional.of(constant(sourceName(type)));
    } else if (type.flags().has(AccessFlag.INTERFACE)) {
      return stub(type, typeArguments, depth);
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

  /** With one method it gives any value; with more, combinations would be too many. */
  private Optional<String> stub(ClassModel type, List<TypeArg> typeArguments, int depth) {
    Map<String, StubbedMethod> methods = new LinkedHashMap<>();
    classes
        .abstractMethods(type, typeArguments)
        .forEach(
            one ->
                methods.putIfAbsent(
                    one.method().methodName() + one.method().methodType().stringValue(), one));
    Values results = methods.size() == 1 ? this : new Values(classes, true);
    List<String> bodies = new ArrayList<>();
    for (StubbedMethod method : methods.values()) {
      Optional<String> body = results.stubbed(method, bodies.size(), depth);
      if (body.isEmpty()) {
        return Optional.empty();
      }
      bodies.add(body.get());
    }
    return Optional.of("new " + sourceName(type) + "() { " + String.join(" ", bodies) + " }");
  }

  private Optional<String> stubbed(StubbedMethod stubbed, int number, int depth) {
    MethodModel method = stubbed.method();
    String result = sourceName(method.methodTypeSymbol().returnType());
    List<String> parameters = new ArrayList<>();
    for (ClassDesc parameter : method.methodTypeSymbol().parameterList()) {
      parameters.add(sourceName(parameter) + " a" + parameters.size());
    }
    String head =
        "public %s %s(%s)".formatted(result, method.methodName(), String.join(", ", parameters));
    return result.equals("void")
        ? Optional.of(head + " { }")
        : of(stubbed.result(), depth - 1)
            .map(value -> "final %s r%d = %s; ".formatted(result, number, value))
            .map(field -> field + head + " { return r%d; }".formatted(number));
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

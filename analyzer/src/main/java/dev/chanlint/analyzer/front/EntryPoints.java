package dev.chanlint.analyzer.front;

import dev.chanlint.analyzer.front.Instances.Instance;
import dev.chanlint.model.code.Function;
import dev.chanlint.model.code.MethodRef;
import dev.chanlint.model.code.Position;
import dev.chanlint.model.code.Program.EntryPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import spoon.reflect.declaration.CtMethod;
import spoon.reflect.declaration.CtType;
import spoon.reflect.declaration.ModifierKind;

/** Finds what the Java launcher and test engines call, and writes down how. */
final class EntryPoints {

  private static final String JUPITER = "org.junit.jupiter.api.";
  private static final Set<String> TESTS =
      Set.of(
          JUPITER + "Test",
          JUPITER + "RepeatedTest",
          JUPITER + "TestFactory",
          JUPITER + "TestTemplate",
          "org.junit.jupiter.params.ParameterizedTest",
          "dev.chanlint.explorer.ExploreTest",
          "dev.chanlint.explorer.junit.ExploreTest");
  private static final String LAUNCHER = "$launcher";

  private final Lowering lowering;
  private final List<EntryPoint> found = new ArrayList<>();

  EntryPoints(Lowering lowering) {
    this.lowering = lowering;
  }

  List<EntryPoint> found() {
    return found;
  }

  /**
   * The calls from outside of what nothing calls, once all entry points were collected.
   *
   * @param model the types of the sources
   */
  List<EntryPoint> outside(List<CtType<?>> model) {
    Set<String> nameable =
        model.stream()
            .filter(EntryPoints::isNameable)
            .map(CtType::getQualifiedName)
            .collect(Collectors.toSet());
    List<String> started = new ArrayList<>();
    found.forEach(entry -> started.addAll(List.of(entry.function(), entry.launcher())));
    UncalledMethods uncalled = new UncalledMethods(lowering.types, lowering.functions());
    return new OutsideCalls(lowering).of(uncalled.among(nameable, started));
  }

  private static boolean isNameable(CtType<?> type) {
    return !type.isLocalType() && !type.isAnonymous() && !type.isPrivate();
  }

  /** Adds the entry points among a type's own methods. */
  void collect(CtType<?> type) {
    if (type.isAbstract() || type.isLocalType() || type.isAnonymous()) {
      return;
    }
    for (CtMethod<?> method : type.getMethods()) {
      if (isMain(type, method)) {
        add(type, method, EntryPoint.Kind.MAIN);
      } else if (isTest(method)) {
        add(type, method, EntryPoint.Kind.TEST);
      }
    }
  }

  /** The launcher's rules: JLS 12.1.4; of a nested class only the classic form is taken. */
  private static boolean isMain(CtType<?> type, CtMethod<?> method) {
    if (!method.getSimpleName().equals("main")
        || method.getBody() == null
        || !Names.erased(method.getType()).equals("void")
        || method.hasModifier(ModifierKind.PRIVATE)) {
      return false;
    }
    List<String> parameters =
        method.getParameters().stream().map(p -> Names.erased(p.getType())).toList();
    boolean classic =
        method.isStatic() && method.isPublic() && parameters.equals(List.of("java.lang.String[]"));
    boolean takesArguments =
        parameters.isEmpty() || parameters.equals(List.of("java.lang.String[]"));
    return classic || type.isTopLevel() && takesArguments && !hasClassicMain(type);
  }

  private static boolean hasClassicMain(CtType<?> type) {
    return type.getMethodsByName("main").stream()
        .anyMatch(
            method ->
                method.isStatic()
                    && method.getParameters().size() == 1
                    && Names.erased(method.getParameters().getFirst().getType())
                        .equals("java.lang.String[]"));
  }

  private static boolean isTest(CtMethod<?> method) {
    return method.getBody() != null && hasAnnotation(method, TESTS);
  }

  private static boolean hasAnnotation(CtMethod<?> method, Set<String> names) {
    return method.getAnnotations().stream()
        .anyMatch(annotation -> names.contains(annotation.getAnnotationType().getQualifiedName()));
  }

  private void add(CtType<?> type, CtMethod<?> method, EntryPoint.Kind kind) {
    MethodRef ref = SourceTypes.method(type, method);
    if (!lowering.functions().containsKey(ref.toString())) {
      return;
    }
    boolean direct = ref.isStatic() && kind == EntryPoint.Kind.MAIN;
    String launcher = direct ? ref.toString() : launcher(ref, method);
    found.add(new EntryPoint(ref.toString(), kind, launcher));
  }

  private String launcher(MethodRef method, CtMethod<?> source) {
    Position at = lowering.positions.ofName(source);
    Body body =
        new Body(
            lowering,
            null,
            method + LAUNCHER,
            "launcher of " + Names.simple(method.owner()) + "." + method.name(),
            method.owner(),
            "void");
    Instances objects = new Instances(body, type -> body.constant(unknown(type), type, at), at);
    around(method.owner(), "BeforeAll").forEach(before -> objects.call(null, before));
    List<Instance> instances = method.isStatic() ? List.of() : objects.make(method.owner());
    for (Instance each : instances) {
      around(each.type(), "BeforeEach")
          .reversed()
          .forEach(before -> objects.call(each.object(), before));
    }
    objects.call(instances.isEmpty() ? null : instances.getLast().object(), method);
    for (Instance each : instances.reversed()) {
      around(each.type(), "AfterEach").forEach(after -> objects.call(each.object(), after));
    }
    around(method.owner(), "AfterAll").forEach(after -> objects.call(null, after));
    lowering.add(
        Lowering.function(body, Function.Kind.LAUNCHER, method, List.of(), Set.of(), at, at));
    return body.id;
  }

  /** The methods of a class and its superclasses that a test engine calls around a test. */
  private List<MethodRef> around(String type, String annotation) {
    Set<String> wanted = Set.of(JUPITER + annotation);
    List<MethodRef> methods = new ArrayList<>();
    for (TypeTable.Type ancestor : lowering.types.lineage(type)) {
      for (TypeTable.Method method : ancestor.methods()) {
        Function function = lowering.functions().get(method.ref().toString());
        if (function != null && function.annotations().stream().anyMatch(wanted::contains)) {
          methods.add(method.ref());
        }
      }
    }
    return methods;
  }

  /** What an engine passes is not known; this stands for it. */
  private static @Nullable Object unknown(String type) {
    return switch (type) {
      case "boolean" -> false;
      case "char" -> '\0';
      case "long" -> 0L;
      case "float" -> 0f;
      case "double" -> 0d;
      case "byte", "short", "int" -> 0;
      default -> null;
    };
  }
}

package dev.chanlint.analyzer.confirm.harness;

import dev.chanlint.analyzer.confirm.entry.EntryPoints;
import dev.chanlint.model.code.Function;
import dev.chanlint.model.code.MethodRef;
import dev.chanlint.model.code.Program;
import dev.chanlint.rules.Category;
import dev.chanlint.rules.Finding;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.constant.ClassDesc;
import java.lang.reflect.AccessFlag;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes up harnesses for findings that no entry point reaches. */
public final class Harnesses {

  /** So many functions are tried for one finding. */
  private static final int MOST = 3;

  private static final String TEMPLATE =
      """
      %simport java.util.Random;

      /** Calls %s with small arguments; the explorer tries all of them. */
      @SuppressWarnings({"unchecked", "rawtypes"})
      final class %s {
        void call() throws Throwable {
          Random choice = new Random();
          %s
        }
      }
      """;

  private final Program program;
  private final EntryPoints entryPoints;
  private final List<Path> classPath;
  private final ClassFiles classes;
  private final Values values;
  private final Map<String, Attempt> made = new HashMap<>();
  private final Map<String, Integer> names = new HashMap<>();

  /**
   * Prepares to make some.
   *
   * @param program the code
   * @param entryPoints tells what its functions reach
   * @param classPath its classes, compiled, and what they run with; nothing can be made without
   */
  public Harnesses(Program program, EntryPoints entryPoints, List<Path> classPath) {
    this.program = program;
    this.entryPoints = entryPoints;
    this.classPath = List.copyOf(classPath);
    this.classes = new ClassFiles(classPath);
    this.values = Values.of(classes);
  }

  /**
   * Harnesses for the smallest functions around a finding that can be called and are a world of
   * their own.
   *
   * @param finding the finding
   * @param category its rule's category
   * @return the harnesses, or why there is none
   */
  public Around around(Finding finding, Category category) {
    if (classPath.isEmpty()) {
      return new Around(List.of(), "there are no classes for a harness");
    }
    Ownership ownership = new Ownership(program);
    List<Attempt> attempts = new ArrayList<>();
    for (Function function : entryPoints.callersOf(finding)) {
      if (function.kind() == Function.Kind.METHOD
          && attempts.stream().filter(Attempt::isMade).count() < MOST
          && (Ownership.isOwnDoing(finding, category)
              || ownership.holds(function, entryPoints.reach(function.id()), finding))) {
        attempts.add(made.computeIfAbsent(function.id(), any -> attempt(function)));
      }
    }
    List<Harness> harnesses =
        attempts.stream().flatMap(attempt -> attempt.harness().stream()).toList();
    String whyNone =
        attempts.isEmpty()
            ? "what it is about can be used from beyond every function that a harness could call"
            : attempts.getFirst().why();
    return new Around(harnesses, harnesses.isEmpty() ? whyNone : "");
  }

  /** A harness, or why there can be none. */
  private record Attempt(Optional<Harness> harness, String why) {

    static Attempt failed(Function function, String why) {
      return new Attempt(Optional.empty(), "no harness can call " + function.name() + ": " + why);
    }

    boolean isMade() {
      return harness.isPresent();
    }
  }

  private Attempt attempt(Function function) {
    MethodRef method = function.method();
    Optional<ClassModel> type = classes.find(ClassDesc.of(method.owner()));
    if (type.isEmpty()) {
      return Attempt.failed(function, "its class is not there");
    } else if (!classes.isNameable(type.get())) {
      return Attempt.failed(function, "its class cannot be named from outside");
    }
    return type.get().methods().stream()
        .filter(candidate -> isSame(candidate, method))
        .findFirst()
        .map(candidate -> attempt(function, type.get(), candidate))
        .orElseGet(() -> Attempt.failed(function, "its class does not have it"));
  }

  private Attempt attempt(Function function, ClassModel type, MethodModel method) {
    if (method.flags().has(AccessFlag.PRIVATE)) {
      return Attempt.failed(function, "it is private");
    }
    Optional<String> receiver =
        method.flags().has(AccessFlag.STATIC)
            ? Optional.of(Values.sourceName(type))
            : values.object(type.thisClass().asSymbol());
    if (receiver.isEmpty()) {
      return Attempt.failed(function, "no object of its class can be made");
    }
    Optional<String> arguments = values.arguments(method);
    return arguments.isEmpty()
        ? Attempt.failed(
            function, "no value is known for its parameter of type " + values.unknown(method))
        : compiled(
            function, receiver.get() + "." + method.methodName() + "(" + arguments.get() + ");");
  }

  private static boolean isSame(MethodModel candidate, MethodRef method) {
    return candidate.methodName().equalsString(method.name())
        && candidate.methodTypeSymbol().parameterList().stream()
            .map(Harnesses::binaryName)
            .toList()
            .equals(method.parameters());
  }

  private static String binaryName(ClassDesc type) {
    if (type.isArray()) {
      return binaryName(type.componentType()) + "[]";
    }
    String descriptor = type.descriptorString();
    return type.isPrimitive()
        ? type.displayName()
        : descriptor.substring(1, descriptor.length() - 1).replace('/', '.');
  }

  private Attempt compiled(Function function, String statement) {
    String owner = function.method().owner();
    int dot = owner.lastIndexOf('.');
    String simple = unused(owner.substring(dot + 1), function.method().name());
    String name = owner.substring(0, dot + 1) + simple;
    String packageLine = dot < 0 ? "" : "package " + owner.substring(0, dot) + ";\n\n";
    String source = TEMPLATE.formatted(packageLine, function.name(), simple, statement);
    return HarnessCompiler.compile(name, source, classPath)
        .map(folder -> new Harness(function.name(), name + "#call", source, folder))
        .map(harness -> new Attempt(Optional.of(harness), ""))
        .orElseGet(() -> Attempt.failed(function, "the call does not compile"));
  }

  /** Overloaded methods have harnesses of different names. */
  private String unused(String type, String method) {
    String name = type.replace('$', '_') + "_" + method + "_Harness";
    int uses = names.merge(name, 1, Integer::sum);
    return uses == 1 ? name : name + uses;
  }
}

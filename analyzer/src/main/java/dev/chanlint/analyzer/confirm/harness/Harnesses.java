package dev.chanlint.analyzer.confirm.harness;

import dev.chanlint.analyzer.confirm.entry.EntryPoints;
import dev.chanlint.model.code.Function;
import dev.chanlint.model.code.MethodRef;
import dev.chanlint.model.code.Program;
import dev.chanlint.rules.Finding;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.constant.ClassDesc;
import java.lang.reflect.AccessFlag;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes up harnesses for findings that no entry point reaches. */
public final class Harnesses {

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
  private final Map<String, Optional<Harness>> made = new HashMap<>();

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
   * A harness for the smallest function around a finding that can be called and is a world of its
   * own.
   *
   * @param finding the finding
   * @return the harness; empty if there is no such function, or no arguments for it
   */
  public Optional<Harness> around(Finding finding) {
    Ownership ownership = new Ownership(program);
    return classPath.isEmpty()
        ? Optional.empty()
        : entryPoints.callersOf(finding).stream()
            .filter(function -> function.kind() == Function.Kind.METHOD)
            .filter(
                function -> ownership.holds(function, entryPoints.reach(function.id()), finding))
            .flatMap(function -> of(function).stream())
            .findFirst();
  }

  private Optional<Harness> of(Function function) {
    return made.computeIfAbsent(function.id(), any -> make(function));
  }

  private Optional<Harness> make(Function function) {
    MethodRef method = function.method();
    return classes
        .find(ClassDesc.of(method.owner()))
        .filter(classes::isNameable)
        .flatMap(type -> call(type, method))
        .flatMap(statement -> compiled(function, statement));
  }

  private Optional<String> call(ClassModel type, MethodRef method) {
    return type.methods().stream()
        .filter(candidate -> isSame(candidate, method))
        .filter(candidate -> !candidate.flags().has(AccessFlag.PRIVATE))
        .findFirst()
        .flatMap(candidate -> call(type, candidate));
  }

  private Optional<String> call(ClassModel type, MethodModel method) {
    Optional<String> receiver =
        method.flags().has(AccessFlag.STATIC)
            ? Optional.of(Values.sourceName(type))
            : values.object(type.thisClass().asSymbol());
    return receiver.flatMap(
        object ->
            values
                .arguments(method)
                .map(arguments -> object + "." + method.methodName() + "(" + arguments + ");"));
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

  private Optional<Harness> compiled(Function function, String statement) {
    String owner = function.method().owner();
    int dot = owner.lastIndexOf('.');
    String simple =
        owner.substring(dot + 1).replace('$', '_') + "_" + function.method().name() + "_Harness";
    String name = owner.substring(0, dot + 1) + simple;
    String packageLine = dot < 0 ? "" : "package " + owner.substring(0, dot) + ";\n\n";
    String source = TEMPLATE.formatted(packageLine, function.name(), simple, statement);
    return HarnessCompiler.compile(name, source, classPath)
        .map(folder -> new Harness(function.name(), name + "#call", source, folder));
  }
}

package dev.chanlint.analyzer.front;

import dev.chanlint.model.code.Function;
import dev.chanlint.model.code.Instruction;
import dev.chanlint.model.code.Instruction.Call;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the methods that nothing in the program calls, so that code outside must: where the part of
 * the call graph starts that no entry point reaches. Those are left out whose calls start, block
 * and order no goroutine, about which there is nothing to find.
 */
final class UncalledMethods {

  private static final List<String> CONCURRENT_PACKAGES =
      List.of("dev.chanlint.runtime.", "java.util.concurrent.");

  /** What keeps values for several threads and makes none of them wait. */
  private static final List<String> NEVER_WAITING =
      List.of(
          "java.util.concurrent.atomic.",
          "java.util.concurrent.Concurrent",
          "java.util.concurrent.CopyOnWrite",
          "java.util.concurrent.ThreadLocalRandom",
          "java.util.concurrent.TimeUnit");

  private static final Set<String> CONCURRENT_TYPES =
      Set.of("java.lang.Thread", "java.lang.Thread$Builder", "java.util.Timer");

  private static final Set<String> CONCURRENT_METHODS =
      Set.of("wait", "parallel", "parallelStream");

  private final TypeTable types;
  private final Map<String, Function> functions;
  private final CallGraph graph;

  /**
   * Prepares to look.
   *
   * @param functions the program's, launchers of its entry points among them
   */
  UncalledMethods(TypeTable types, Map<String, Function> functions) {
    this.types = types;
    this.functions = functions;
    this.graph = new CallGraph(types, functions);
  }

  /**
   * The methods.
   *
   * @param owners the types whose methods code outside can name
   * @param started the functions that the program's entry points start with
   * @return first those that none calls, then, of those that only call one another, one of each
   *     such group
   */
  List<Function> among(Set<String> owners, List<String> started) {
    Set<String> mattering = mattering();
    Set<String> reached = new HashSet<>();
    graph.reach(started, reached);
    List<Function> callable =
        functions.values().stream()
            .filter(function -> mattering.contains(function.id()))
            .filter(function -> owners.contains(function.method().owner()))
            .filter(this::isCallable)
            .toList();
    List<Function> found = new ArrayList<>();
    for (Function function : callable) {
      if (!graph.isCalled(function.id())) {
        add(function, reached, found);
      }
    }
    for (Function function : callable) {
      add(function, reached, found);
    }
    return found;
  }

  private void add(Function function, Set<String> reached, List<Function> found) {
    if (!reached.contains(function.id())) {
      found.add(function);
      graph.reach(List.of(function.id()), reached);
    }
  }

  private boolean isCallable(Function function) {
    return function.kind() == Function.Kind.METHOD
        && types.declared(function.method().owner(), function.method().name()).stream()
            .anyMatch(method -> method.ref().equals(function.method()) && !method.isPrivate());
  }

  /** The functions whose calls may do what rules are about. */
  private Set<String> mattering() {
    return graph.reaching(
        functions.values().stream()
            .filter(function -> CallGraph.instructions(function).anyMatch(UncalledMethods::matters))
            .map(Function::id)
            .toList());
  }

  private static boolean matters(Instruction instruction) {
    return instruction instanceof Call call
        && (isConcurrent(call.method().owner())
            || CONCURRENT_METHODS.contains(call.method().name()));
  }

  private static boolean isConcurrent(String owner) {
    return CONCURRENT_TYPES.contains(owner)
        || CONCURRENT_PACKAGES.stream().anyMatch(owner::startsWith)
            && NEVER_WAITING.stream().noneMatch(owner::startsWith);
  }
}

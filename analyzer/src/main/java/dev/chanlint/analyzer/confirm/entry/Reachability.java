package dev.chanlint.analyzer.confirm.entry;

import dev.chanlint.model.code.Block;
import dev.chanlint.model.code.Function;
import dev.chanlint.model.code.Instruction;
import dev.chanlint.model.code.Instruction.Call;
import dev.chanlint.model.code.Instruction.Closure;
import dev.chanlint.model.code.Instruction.LoadField;
import dev.chanlint.model.code.Instruction.New;
import dev.chanlint.model.code.Instruction.StoreField;
import dev.chanlint.model.code.Program;
import dev.chanlint.model.code.TypeDeclaration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which functions an entry point can reach, at most: whatever a reached function calls or makes a
 * closure of, every method of a class that is instantiated, the static initialisers of classes that
 * are used. Too many rather than too few, since a REFUTED rests on it.
 */
final class Reachability {

  private static final Set<String> REFLECTION =
      Set.of(
          "java.lang.reflect.Method.invoke",
          "java.lang.reflect.Constructor.newInstance",
          "java.lang.Class.newInstance",
          "java.lang.Class.forName",
          "java.lang.invoke.MethodHandle.invoke",
          "java.lang.invoke.MethodHandle.invokeExact",
          "java.lang.invoke.MethodHandle.invokeWithArguments",
          "java.util.ServiceLoader.load");

  private final Program program;
  private final Map<String, List<Function>> byOwner;
  private final Map<String, Set<String>> next = new LinkedHashMap<>();
  private final Map<String, Set<String>> previous = new HashMap<>();
  private final Map<String, Set<String>> reached = new HashMap<>();

  Reachability(Program program) {
    this.program = program;
    this.byOwner =
        program.functions().values().stream()
            .collect(Collectors.groupingBy(function -> function.method().owner()));
    program.functions().values().forEach(function -> next.put(function.id(), step(function)));
    next.forEach(
        (id, ids) ->
            ids.forEach(to -> previous.computeIfAbsent(to, _ -> new LinkedHashSet<>()).add(id)));
  }

  /** The ids of the functions that can run when this one is called. */
  synchronized Set<String> from(String entry) {
    return reached.computeIfAbsent(entry, any -> closure(Set.of(entry), next));
  }

  /** The ids of the functions whose calls can run any of some, the nearest first. */
  Set<String> to(Set<String> functions) {
    return closure(functions, previous);
  }

  private static Set<String> closure(Set<String> from, Map<String, Set<String>> edges) {
    Set<String> seen = new LinkedHashSet<>(from);
    Deque<String> left = new ArrayDeque<>(from);
    while (!left.isEmpty()) {
      for (String one : edges.getOrDefault(left.remove(), Set.of())) {
        if (seen.add(one)) {
          left.add(one);
        }
      }
    }
    return seen;
  }

  /** Calls among them that may lead anywhere: of what is not known, and by reflection. */
  List<String> opaque(String entry) {
    return from(entry).stream()
        .sorted()
        .map(program.functions()::get)
        .filter(Objects::nonNull)
        .flatMap(Calls::of)
        .filter(call -> !call.resolved() || REFLECTION.contains(name(call)))
        .map(Calls::title)
        .distinct()
        .toList();
  }

  private static String name(Call call) {
    return call.method().owner() + "." + call.method().name();
  }

  private Set<String> step(Function function) {
    Step step = new Step();
    step.use(function.method().owner());
    for (Block block : function.blocks()) {
      block.instructions().forEach(step::follow);
    }
    return step.found;
  }

  /** What one function leads to by itself. */
  private final class Step {
    final Set<String> found = new LinkedHashSet<>();
    private final Set<String> used = new HashSet<>();

    private void reach(String id) {
      if (program.functions().containsKey(id)) {
        found.add(id);
      }
    }

    void follow(Instruction instruction) {
      switch (instruction) {
        case Call call -> {
          use(call.method().owner());
          reach(call.method().toString());
        }
        case Closure closure -> reach(closure.function());
        case New made -> instantiate(made.type());
        case LoadField load -> use(load.field().owner());
        case StoreField store -> use(store.field().owner());
        default -> {
          // Nothing else leads to another function.
        }
      }
    }

    /** Its class is initialised. */
    void use(String type) {
      if (used.add(type)) {
        byOwner.getOrDefault(type, List.of()).stream()
            .filter(function -> function.kind() == Function.Kind.STATIC_INITIALIZER)
            .forEach(function -> reach(function.id()));
        TypeDeclaration declaration = program.types().get(type);
        if (declaration != null) {
          declaration.superclass().ifPresent(this::use);
        }
      }
    }

    /** Its methods can be called, by the program or by a library that it is handed to. */
    private void instantiate(String type) {
      TypeDeclaration declaration = program.types().get(type);
      if (declaration == null || !declaration.fromSource()) {
        return;
      }
      byOwner.getOrDefault(type, List.of()).stream()
          .filter(
              function ->
                  function.kind() == Function.Kind.METHOD
                      || function.kind() == Function.Kind.BRIDGE)
          .forEach(function -> reach(function.id()));
      declaration.superclass().ifPresent(this::instantiate);
      declaration.interfaces().forEach(this::instantiate);
    }
  }
}

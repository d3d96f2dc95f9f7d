package dev.chanlint.analyzer.front;

import dev.chanlint.model.code.Function;
import dev.chanlint.model.code.Instruction;
import dev.chanlint.model.code.Instruction.Call;
import dev.chanlint.model.code.MethodRef;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which functions of a program may run which others, too many rather than too few: a call runs
 * every method of its name and parameters in the classes that are related to its own (class
 * hierarchy analysis, Dean, Grove and Chambers, ECOOP 1995); who makes a closure runs its body; who
 * makes an object runs what its class overrides of the libraries' methods, which these call.
 */
final class CallGraph {

  /** Starts the names of the nodes that stand for what a call names, whoever calls. */
  private static final String CALL = "call ";

  private final TypeTable types;
  private final Map<String, Function> functions;
  private final Map<String, List<Function>> byNameAndArity;

  /** The methods by their class and signature. */
  private final Map<String, List<Function>> declared;

  /** The methods by each class that theirs is, or is below of, and their signature. */
  private final Map<String, List<Function>> below;

  private final Map<String, Set<String>> ancestors = new HashMap<>();
  private final Map<String, List<String>> callbacks = new HashMap<>();
  private final Map<String, Set<String>> next = new LinkedHashMap<>();
  private final Map<String, Set<String>> previous = new HashMap<>();

  /**
   * A graph.
   *
   * @param functions the functions by id
   */
  CallGraph(TypeTable types, Map<String, Function> functions) {
    this.types = types;
    this.functions = functions;
    this.byNameAndArity = grouped(method -> Stream.of(nameAndArity(method)));
    this.declared = grouped(method -> Stream.of(key(method.owner(), method)));
    this.below =
        grouped(method -> ancestors(method.owner()).stream().map(type -> key(type, method)));
    for (Function function : functions.values()) {
      Set<String> nodes = new LinkedHashSet<>();
      instructions(function).forEach(instruction -> nodes.addAll(runBy(instruction)));
      next.put(function.id(), nodes);
    }
    next.forEach(
        (node, nodes) ->
            nodes.forEach(
                to -> previous.computeIfAbsent(to, _ -> new LinkedHashSet<>()).add(node)));
  }

  private Map<String, List<Function>> grouped(
      java.util.function.Function<MethodRef, Stream<String>> keys) {
    Map<String, List<Function>> groups = new HashMap<>();
    functions.values().stream()
        .filter(CallGraph::isNamed)
        .forEach(
            function ->
                keys.apply(function.method())
                    .forEach(
                        key -> groups.computeIfAbsent(key, _ -> new ArrayList<>()).add(function)));
    return groups;
  }

  private static String key(String type, MethodRef method) {
    return type + "#" + method.signature();
  }

  private static boolean isNamed(Function function) {
    return switch (function.kind()) {
      case METHOD, BRIDGE, CONSTRUCTOR -> true;
      case STATIC_INITIALIZER, LAMBDA, METHOD_REFERENCE, LAUNCHER -> false;
    };
  }

  static Stream<Instruction> instructions(Function function) {
    return function.blocks().stream().flatMap(block -> block.instructions().stream());
  }

  /** Adds to what is reached all that some functions may run, themselves among them. */
  void reach(Collection<String> from, Set<String> reached) {
    extend(from, next, reached);
  }

  /** What may run any of some functions, these among them. */
  Set<String> reaching(Collection<String> to) {
    Set<String> reaching = new HashSet<>();
    extend(to, previous, reaching);
    return reaching;
  }

  /** Whether another function may run this one. */
  boolean isCalled(String function) {
    return previous.getOrDefault(function, Set.of()).stream()
        .flatMap(
            node ->
                node.startsWith(CALL)
                    ? previous.getOrDefault(node, Set.of()).stream()
                    : Stream.of(node))
        .anyMatch(by -> !by.equals(function));
  }

  private static void extend(
      Collection<String> from, Map<String, Set<String>> edges, Set<String> reached) {
    Deque<String> left = new ArrayDeque<>();
    from.stream().filter(reached::add).forEach(left::add);
    while (!left.isEmpty()) {
      for (String one : edges.getOrDefault(left.remove(), Set.of())) {
        if (reached.add(one)) {
          left.add(one);
        }
      }
    }
  }

  // What an instruction runs

  private Collection<String> runBy(Instruction instruction) {
    return switch (instruction) {
      case Call call -> List.of(node(call));
      case Instruction.Closure closure -> List.of(closure.function());
      case Instruction.New made -> callbacks.computeIfAbsent(made.type(), this::callbacks);
      default -> List.of();
    };
  }

  private String node(Call call) {
    String node = CALL + (call.resolved() ? call.method().toString() : nameAndArity(call.method()));
    next.computeIfAbsent(
        node,
        _ -> called(call).map(Function::id).collect(Collectors.toCollection(LinkedHashSet::new)));
    return node;
  }

  /** Of a call that is not resolved, the name and the number of arguments are known. */
  private Stream<Function> called(Call call) {
    MethodRef method = call.method();
    if (!call.resolved()) {
      return byNameAndArity.getOrDefault(nameAndArity(method), List.of()).stream();
    }
    Stream<Function> inherited =
        ancestors(method.owner()).stream()
            .flatMap(type -> declared.getOrDefault(key(type, method), List.of()).stream());
    return Stream.concat(
        inherited, below.getOrDefault(key(method.owner(), method), List.of()).stream());
  }

  private static String nameAndArity(MethodRef method) {
    return method.name() + "/" + method.parameters().size();
  }

  /** A type and its supertypes. */
  private Set<String> ancestors(String type) {
    return ancestors.computeIfAbsent(
        type,
        name ->
            Stream.concat(Stream.of(name), types.lineage(name).stream().map(TypeTable.Type::name))
                .collect(Collectors.toCollection(LinkedHashSet::new)));
  }

  /** What a library can call of an object that it gets to know. */
  private List<String> callbacks(String type) {
    List<TypeTable.Type> lineage = types.lineage(type);
    Set<String> ofLibraries =
        lineage.stream()
            .filter(ancestor -> !types.isSource(ancestor.name()))
            .flatMap(ancestor -> ancestor.methods().stream())
            .map(method -> method.ref().signature())
            .filter(signature -> !signature.startsWith(MethodRef.CONSTRUCTOR))
            .collect(Collectors.toCollection(TreeSet::new));
    return lineage.stream()
        .filter(ancestor -> types.isSource(ancestor.name()))
        .flatMap(ancestor -> ofLibraries.stream().map(method -> ancestor.name() + "#" + method))
        .filter(functions::containsKey)
        .toList();
  }
}

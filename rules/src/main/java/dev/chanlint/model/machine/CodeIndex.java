package dev.chanlint.model.machine;

import dev.chanlint.model.code.Block;
import dev.chanlint.model.code.FieldRef;
import dev.chanlint.model.code.Function;
import dev.chanlint.model.code.Instruction;
import dev.chanlint.model.code.MethodRef;
import dev.chanlint.model.code.Program;
import dev.chanlint.model.code.Terminator;
import dev.chanlint.model.code.TypeDeclaration;
import dev.chanlint.model.code.Variable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What every run over one program asks of its code: callees, subtypes, loops. Immutable after use.
 */
public final class CodeIndex {

  private static final Set<String> LOCK_TRIES = Set.of("tryLock", "tryRLock");
  private static final Set<String> PERMIT_TRIES = Set.of("tryAcquire", "drainPermits");

  private static final Map<String, String> RUNTIME_EXCEPTIONS =
      Map.of(
          "dev.chanlint.runtime.ChannelClosedException", "java.lang.IllegalStateException",
          "dev.chanlint.runtime.GoroutinePanic", "java.lang.RuntimeException",
          "dev.chanlint.runtime.GoroutineInterruptedException", "java.lang.RuntimeException",
          "dev.chanlint.runtime.DeadlockError", "java.lang.Error");

  private final Program program;
  private final Map<String, Info> infos = new HashMap<>();
  private final Map<String, List<Function>> byOwnerAndName = new HashMap<>();
  private final Map<String, Boolean> subtypes = new HashMap<>();
  private final Map<String, List<String>> linearisations = new HashMap<>();
  private final Map<Dispatch, Optional<Function>> dispatches = new HashMap<>();
  private final LateFields lateFields = new LateFields(this);
  private final boolean triesLocks;
  private final boolean triesPermits;

  /** A call of a method of an object of a class. */
  private record Dispatch(String type, MethodRef method) {
    /** What tells most apart; that of a record goes through method handles, which takes long. */
    @Override
    public int hashCode() {
      return type.hashCode() * 31 + method.hashCode();
    }
  }

  /**
   * Indexes a program.
   *
   * @param program the code
   */
  public CodeIndex(Program program) {
    this.program = program;
    for (Function function : program.functions().values()) {
      if (isNamed(function)) {
        byOwnerAndName
            .computeIfAbsent(
                function.method().owner() + "#" + function.method().name(), k -> new ArrayList<>())
            .add(function);
      }
    }
    Set<String> called = called(program);
    this.triesLocks = !Collections.disjoint(LOCK_TRIES, called);
    this.triesPermits = !Collections.disjoint(PERMIT_TRIES, called);
  }

  /** The names of all methods that are called. */
  private static Set<String> called(Program program) {
    Set<String> called = new HashSet<>();
    for (Function function : program.functions().values()) {
      for (Block block : function.blocks()) {
        for (Instruction instruction : block.instructions()) {
          if (instruction instanceof Instruction.Call call) {
            called.add(call.method().name());
          }
        }
      }
    }
    return called;
  }

  /** Whether anything in the program takes a lock only if it is free. */
  boolean triesLocks() {
    return triesLocks;
  }

  /** Whether anything in the program takes permits only if there are any. */
  boolean triesPermits() {
    return triesPermits;
  }

  private static boolean isNamed(Function function) {
    return function.kind() == Function.Kind.METHOD
        || function.kind() == Function.Kind.BRIDGE
        || function.kind() == Function.Kind.CONSTRUCTOR
        || function.kind() == Function.Kind.STATIC_INITIALIZER;
  }

  /**
   * The code.
   *
   * @return the program
   */
  public Program program() {
    return program;
  }

  Info info(Function function) {
    return infos.computeIfAbsent(function.id(), k -> new Info(function));
  }

  @Nullable Function byId(String id) {
    return program.functions().get(id);
  }

  @Nullable TypeDeclaration type(String name) {
    return program.types().get(name);
  }

  /**
   * The fields that a class declares.
   *
   * @param type its binary name
   * @return its fields, none if it is not known
   */
  public List<FieldRef> fields(String type) {
    TypeDeclaration declaration = type(type);
    return declaration == null
        ? List.of()
        : declaration.fields().stream().map(TypeDeclaration.Field::ref).toList();
  }

  boolean isFromSource(String type) {
    TypeDeclaration declaration = type(type);
    return declaration != null && declaration.fromSource();
  }

  @Nullable Function staticInitializer(String type) {
    for (Function function : named(type, "<clinit>")) {
      return function;
    }
    return null;
  }

  /** The functions of a name that a class declares. */
  List<Function> named(String type, String name) {
    return byOwnerAndName.getOrDefault(type + "#" + name, List.of());
  }

  /** Whether no access of a field can race: it is final, and assigned before others know of it. */
  boolean isSettled(TypeDeclaration.Field field) {
    return field.isFinal() && !isLate(field.ref());
  }

  /**
   * Whether a constructor assigns a field when others may know the object already.
   *
   * @param field the field
   * @return true if {@code this} was passed on before
   */
  public boolean isLate(FieldRef field) {
    return lateFields.contains(field.owner(), field.name());
  }

  /**
   * The method that an object of a class runs for a call.
   *
   * @param type the binary name of the class
   * @param method what is called
   * @return the function; null if the program has none
   */
  public @Nullable Function dispatch(String type, MethodRef method) {
    return dispatches
        .computeIfAbsent(new Dispatch(type, method), k -> Optional.ofNullable(find(type, method)))
        .orElse(null);
  }

  private @Nullable Function find(String type, MethodRef method) {
    for (String owner : linearised(type)) {
      Function found = declared(owner, method);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** The body that a class itself declares for a method. */
  @Nullable Function declared(String owner, MethodRef method) {
    List<Function> candidates = named(owner, method.name());
    Function byArity = null;
    for (Function candidate : candidates) {
      if (candidate.method().parameters().equals(method.parameters())) {
        return candidate;
      }
      if (candidate.method().parameters().size() == method.parameters().size()) {
        byArity = candidate;
      }
    }
    return byArity;
  }

  /** Superclasses first, then interfaces, as method resolution goes. */
  List<String> linearised(String type) {
    return linearisations.computeIfAbsent(type, this::linearise);
  }

  private List<String> linearise(String type) {
    List<String> classes = new ArrayList<>();
    for (String c = type; c != null; c = superclass(c)) {
      classes.add(c);
    }
    List<String> order = new ArrayList<>(classes);
    for (String c : classes) {
      addInterfaces(c, order);
    }
    return order;
  }

  private void addInterfaces(String type, List<String> order) {
    for (String i : interfaces(type)) {
      if (!order.contains(i)) {
        order.add(i);
        addInterfaces(i, order);
      }
    }
  }

  private @Nullable String superclass(String type) {
    TypeDeclaration declaration = type(type);
    if (declaration != null) {
      return declaration.superclass().orElse(null);
    }
    if (RUNTIME_EXCEPTIONS.containsKey(type)) {
      return RUNTIME_EXCEPTIONS.get(type);
    }
    Class<?> loaded = platformClass(type);
    return loaded == null || loaded.getSuperclass() == null
        ? null
        : loaded.getSuperclass().getName();
  }

  private List<String> interfaces(String type) {
    TypeDeclaration declaration = type(type);
    if (declaration != null) {
      return declaration.interfaces();
    }
    Class<?> loaded = platformClass(type);
    if (loaded == null) {
      return List.of();
    }
    List<String> names = new ArrayList<>();
    for (Class<?> i : loaded.getInterfaces()) {
      names.add(i.getName());
    }
    return names;
  }

  /** A class of the Java platform, found without initialising it. */
  static @Nullable Class<?> platformClass(String name) {
    if (!name.startsWith("java.")) {
      return null;
    }
    try {
      return Class.forName(name, false, ClassLoader.getPlatformClassLoader());
    } catch (ClassNotFoundException | LinkageError e) {
      return null;
    }
  }

  /**
   * Whether one type is another or extends it.
   *
   * @param type the binary name of the one
   * @param ancestor the binary name of the other
   * @return true if so
   */
  public boolean isSubtype(String type, String ancestor) {
    return subtypes.computeIfAbsent(
        type + "<" + ancestor,
        k -> ancestor.equals("java.lang.Object") || linearised(type).contains(ancestor));
  }

  /** What is worth knowing of a function beyond its blocks. */
  static final class Info {
    private final Function function;
    private final int variableCount;
    private final BitSet canReturn;
    private final BitSet[] dominators;
    private final BitSet inLoop;

    Info(Function function) {
      this.function = function;
      this.variableCount = highestVariable(function) + 1;
      this.canReturn = returning(function);
      this.dominators = dominators(function);
      this.inLoop = inLoop(function);
    }

    Function function() {
      return function;
    }

    int variableCount() {
      return variableCount;
    }

    boolean canReturn(int block) {
      return canReturn.get(block);
    }

    boolean isInLoop(int block) {
      return inLoop.get(block);
    }

    private static BitSet inLoop(Function function) {
      BitSet inLoop = new BitSet();
      for (int block = 0; block < function.blocks().size(); block++) {
        inLoop.set(block, isInLoop(function, block));
      }
      return inLoop;
    }

    private static boolean isInLoop(Function function, int block) {
      BitSet reached = new BitSet();
      Deque<Integer> todo =
          new ArrayDeque<>(function.blocks().get(block).terminator().successors());
      while (!todo.isEmpty()) {
        int next = todo.remove();
        if (!reached.get(next)) {
          reached.set(next);
          todo.addAll(function.blocks().get(next).terminator().successors());
        }
      }
      return reached.get(block);
    }

    boolean isBackEdge(int from, int to) {
      return dominators[from].get(to);
    }

    private static BitSet returning(Function function) {
      BitSet reached = new BitSet();
      boolean changed = true;
      while (changed) {
        changed = false;
        for (int b = 0; b < function.blocks().size(); b++) {
          if (!reached.get(b) && endsOrReaches(function.blocks().get(b).terminator(), reached)) {
            reached.set(b);
            changed = true;
          }
        }
      }
      return reached;
    }

    private static boolean endsOrReaches(Terminator terminator, BitSet reached) {
      return terminator instanceof Terminator.Return
          || terminator instanceof Terminator.Throw
          || terminator.successors().stream().anyMatch(reached::get);
    }

    private static BitSet[] dominators(Function function) {
      int n = function.blocks().size();
      List<List<Integer>> predecessors = predecessors(function);
      BitSet[] dominators = new BitSet[n];
      for (int b = 0; b < n; b++) {
        dominators[b] = new BitSet(n);
        dominators[b].set(0, n);
      }
      dominators[0].clear();
      dominators[0].set(0);
      boolean changed = true;
      while (changed) {
        changed = false;
        for (int b = 1; b < n; b++) {
          BitSet next = new BitSet(n);
          next.set(0, n);
          for (int p : predecessors.get(b)) {
            next.and(dominators[p]);
          }
          next.set(b);
          if (!next.equals(dominators[b])) {
            dominators[b] = next;
            changed = true;
          }
        }
      }
      return dominators;
    }

    private static List<List<Integer>> predecessors(Function function) {
      List<List<Integer>> predecessors = new ArrayList<>();
      function.blocks().forEach(b -> predecessors.add(new ArrayList<>()));
      for (int b = 0; b < function.blocks().size(); b++) {
        for (int s : function.blocks().get(b).terminator().successors()) {
          predecessors.get(s).add(b);
        }
        for (var handler : function.blocks().get(b).handlers()) {
          predecessors.get(handler.target()).add(b);
        }
      }
      return predecessors;
    }

    private static int highestVariable(Function function) {
      int highest = function.parameters().stream().mapToInt(Variable::id).max().orElse(-1);
      for (var block : function.blocks()) {
        for (Instruction instruction : block.instructions()) {
          highest = Math.max(highest, highest(instruction));
        }
        if (block.terminator() instanceof Terminator.ForEach each) {
          highest = Math.max(highest, each.element().id());
        }
        for (var handler : block.handlers()) {
          highest = Math.max(highest, handler.exception().id());
        }
      }
      return highest;
    }

    private static int highest(Instruction instruction) {
      Variable target =
          switch (instruction) {
            case Instruction.Constant i -> i.target();
            case Instruction.Copy i -> i.target();
            case Instruction.Operator i -> i.target();
            case Instruction.New i -> i.target();
            case Instruction.NewArray i -> i.target();
            case Instruction.Closure i -> i.target();
            case Instruction.LoadField i -> i.target();
            case Instruction.LoadElement i -> i.target();
            case Instruction.ArrayLength i -> i.target();
            case Instruction.Call i -> i.target();
            case Instruction.StoreField i -> i.value();
            case Instruction.StoreElement i -> i.value();
            case Instruction.EnterMonitor i -> i.lock();
            case Instruction.ExitMonitor i -> i.lock();
          };
      return target == null ? -1 : Objects.requireNonNull(target).id();
    }
  }
}

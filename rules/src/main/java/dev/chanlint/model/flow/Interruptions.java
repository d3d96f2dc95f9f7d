package dev.chanlint.model.flow;

import dev.chanlint.model.Swallowed;
import dev.chanlint.model.code.Block;
import dev.chanlint.model.code.Function;
import dev.chanlint.model.code.Instruction;
import dev.chanlint.model.code.MethodRef;
import dev.chanlint.model.code.Position;
import dev.chanlint.model.code.Program;
import dev.chanlint.model.code.Terminator;
import dev.chanlint.model.code.TypeDeclaration;
import dev.chanlint.model.code.Variable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds interruptions that are caught and neither end the goroutine nor are passed on.
 *
 * <p>From the handler on, all paths are followed until one answers the interruption: it interrupts
 * the thread again, throws, hands the exception to someone, notes it in a variable, stops
 * something, or asks a condition that others can change. What is left either waits again, which is
 * a finding, or returns. From a method without result a caller cannot learn of the interruption, so
 * the paths go on there.
 */
public final class Interruptions {

  private static final Set<String> TYPES =
      Set.of(
          "java.lang.InterruptedException", "dev.chanlint.runtime.GoroutineInterruptedException");
  private static final Set<String> WAITING =
      Set.of(
          "send",
          "receive",
          "receiveOr",
          "receiveOk",
          "select",
          "sleep",
          "await",
          "wait",
          "join",
          "take",
          "put",
          "acquire",
          "get",
          "lock",
          "lockInterruptibly");

  /** Their {@code get} and {@code put} return at once. */
  private static final List<String> NEVER_WAITING =
      List.of(
          "java.util.concurrent.atomic.",
          "java.util.concurrent.ConcurrentMap",
          "java.util.concurrent.ConcurrentHashMap",
          "java.util.concurrent.ConcurrentNavigableMap",
          "java.util.concurrent.ConcurrentSkipListMap");

  private static final Set<String> ANSWERING =
      Set.of(
          "interrupt",
          "cancel",
          "close",
          "stop",
          "shutdown",
          "shutdownNow",
          "countDown",
          "done",
          "complete",
          "completeExceptionally",
          "fail",
          "exit");
  private static final Set<String> TELLING =
      Set.of("java.io.PrintStream", "java.lang.IO", "java.util.logging.Logger", "org.slf4j.Logger");
  private static final int DEEPEST_CALL = 3;

  private final Program program;

  private @Nullable Map<String, List<CallSite>> callSites;

  /**
   * For the functions of a program.
   *
   * @param program the code
   */
  public Interruptions(Program program) {
    this.program = program;
  }

  /**
   * Searches.
   *
   * @return in reading order of the functions
   */
  public Stream<Swallowed> swallowed() {
    return program.functions().values().stream().flatMap(this::swallowed);
  }

  private Stream<Swallowed> swallowed(Function function) {
    Map<Integer, Block.Handler> handlers = new LinkedHashMap<>();
    for (Block block : function.blocks()) {
      block.handlers().stream()
          .filter(handler -> TYPES.contains(handler.type()))
          .forEach(handler -> handlers.putIfAbsent(handler.target(), handler));
    }
    return handlers.values().stream().flatMap(handler -> swallowed(function, handler).stream());
  }

  private Optional<Swallowed> swallowed(Function function, Block.Handler handler) {
    Path path = new Path(function, aliases(function, handler.exception()));
    path.addBlock(handler.target());
    return Optional.ofNullable(path.follow(DEEPEST_CALL))
        .map(
            goesOn ->
                new Swallowed(
                    handler.at(),
                    function.name(),
                    handler.type().substring(handler.type().lastIndexOf('.') + 1),
                    goesOn));
  }

  /** The variables that hold an exception. */
  private static Set<Variable> aliases(Function function, Variable exception) {
    Set<Variable> aliases = new HashSet<>(Set.of(exception));
    for (Block block : function.blocks()) {
      for (Instruction instruction : block.instructions()) {
        if (instruction instanceof Instruction.Copy copy && aliases.contains(copy.source())) {
          aliases.add(copy.target());
        }
      }
    }
    return aliases;
  }

  /** Where a path stands: before an instruction of a block, or its terminator. */
  private record Point(int block, int instruction) {}

  /** The paths through one function from some points on. */
  private final class Path {
    private final Function function;
    private final Set<Variable> exceptions;
    private final Deque<Point> todo = new ArrayDeque<>();
    private final Set<Point> seen = new HashSet<>();
    private boolean returns;

    Path(Function function, Set<Variable> exceptions) {
      this.function = function;
      this.exceptions = exceptions;
    }

    void addBlock(int block) {
      add(new Point(block, 0));
    }

    void add(Point point) {
      if (seen.add(point)) {
        todo.add(point);
      }
    }

    /** Where the goroutine waits again on a path that answers nothing; null if on none. */
    @Nullable Position follow(int callers) {
      while (!todo.isEmpty()) {
        Position waits = step(todo.remove());
        if (waits != null) {
          return waits;
        }
      }
      return returns && callers > 0 && isSilent() ? followInCallers(callers - 1) : null;
    }

    private @Nullable Position step(Point point) {
      Block block = function.blocks().get(point.block());
      List<Instruction> left =
          block.instructions().subList(point.instruction(), block.instructions().size());
      for (Instruction instruction : left) {
        if (answers(instruction)) {
          return null;
        }
        if (instruction instanceof Instruction.Call call && waits(call)) {
          return call.at();
        }
      }
      leave(block.terminator());
      return null;
    }

    private void leave(Terminator terminator) {
      switch (terminator) {
        case Terminator.Throw _ -> {}
        case Terminator.Return _ -> returns = true;
        case Terminator.Branch branch when isChangedByOthers(branch.condition()) -> {}
        default -> terminator.successors().forEach(this::addBlock);
      }
    }

    private boolean answers(Instruction instruction) {
      return switch (instruction) {
        case Instruction.Call call -> answers(call);
        case Instruction.StoreField _, Instruction.StoreElement _ -> true;
        case Instruction.Constant(var target, var _, var _) -> !target.isTemporary();
        case Instruction.Copy(var target, var _, var _) ->
            !target.isTemporary() && !exceptions.contains(target);
        default -> false;
      };
    }

    private boolean answers(Instruction.Call call) {
      boolean isTold = TELLING.contains(call.method().owner());
      return ANSWERING.contains(call.method().name())
          || (!isTold && call.arguments().stream().anyMatch(exceptions::contains));
    }

    /** Whether a condition comes of a field or a call, so that it may be what stops the loop. */
    private boolean isChangedByOthers(Variable condition) {
      return function.blocks().stream()
          .flatMap(block -> block.instructions().stream())
          .anyMatch(
              instruction ->
                  switch (instruction) {
                    case Instruction.LoadField load -> reaches(load.target(), condition);
                    case Instruction.Call call ->
                        call.target() != null && reaches(call.target(), condition);
                    default -> false;
                  });
    }

    private boolean reaches(Variable from, Variable to) {
      Set<Variable> derived = new HashSet<>(Set.of(from));
      int before = 0;
      while (before < derived.size()) {
        before = derived.size();
        for (Block block : function.blocks()) {
          block.instructions().forEach(instruction -> derive(instruction, derived));
        }
      }
      return derived.contains(to);
    }

    private static void derive(Instruction instruction, Set<Variable> derived) {
      switch (instruction) {
        case Instruction.Copy copy when derived.contains(copy.source()) ->
            derived.add(copy.target());
        case Instruction.Operator operator
            when operator.operands().stream().anyMatch(derived::contains) ->
            derived.add(operator.target());
        default -> {}
      }
    }

    /** Whether a caller cannot tell that something happened. */
    private boolean isSilent() {
      return function.kind() == Function.Kind.METHOD && function.method().result().equals("void");
    }

    private @Nullable Position followInCallers(int callers) {
      for (Path path : paths()) {
        Position waits = path.follow(callers);
        if (waits != null) {
          return waits;
        }
      }
      return null;
    }

    /** In each caller those behind its calls of this function. */
    private Collection<Path> paths() {
      Map<String, Path> byCaller = new LinkedHashMap<>();
      for (CallSite site : callSites().getOrDefault(function.method().signature(), List.of())) {
        if (isSubtype(function.method().owner(), site.owner())) {
          byCaller
              .computeIfAbsent(site.caller().id(), _ -> new Path(site.caller(), Set.of()))
              .add(site.behind());
        }
      }
      return byCaller.values();
    }
  }

  /**
   * A call.
   *
   * @param caller who calls
   * @param owner the type of which a method is called
   * @param behind the point behind it
   */
  private record CallSite(Function caller, String owner, Point behind) {}

  /** The calls in the program by the signature of what is called; gathered when first asked for. */
  private Map<String, List<CallSite>> callSites() {
    Map<String, List<CallSite>> known = callSites;
    if (known == null) {
      known = new HashMap<>();
      for (Function caller : program.functions().values()) {
        for (Block block : caller.blocks()) {
          addCallSites(caller, block, known);
        }
      }
      callSites = known;
    }
    return known;
  }

  private static void addCallSites(
      Function caller, Block block, Map<String, List<CallSite>> bySignature) {
    for (int i = 0; i < block.instructions().size(); i++) {
      if (block.instructions().get(i) instanceof Instruction.Call call) {
        bySignature
            .computeIfAbsent(call.method().signature(), _ -> new ArrayList<>())
            .add(new CallSite(caller, call.method().owner(), new Point(block.index(), i + 1)));
      }
    }
  }

  private boolean waits(Instruction.Call call) {
    MethodRef method = call.method();
    return WAITING.contains(method.name())
        && NEVER_WAITING.stream().noneMatch(method.owner()::startsWith)
        && (method.owner().startsWith("dev.chanlint.runtime.")
            || method.owner().startsWith("java.util.concurrent.")
            || method.owner().equals("java.lang.Thread")
            || method.name().equals("wait"));
  }

  private boolean isSubtype(String type, String ancestor) {
    if (type.equals(ancestor)) {
      return true;
    }
    TypeDeclaration declaration = program.types().get(type);
    return declaration != null
        && Stream.concat(declaration.superclass().stream(), declaration.interfaces().stream())
            .anyMatch(parent -> isSubtype(parent, ancestor));
  }
}

package dev.chanlint.analyzer.front;

import dev.chanlint.model.code.Block;
import dev.chanlint.model.code.Function;
import dev.chanlint.model.code.Instruction;
import dev.chanlint.model.code.Terminator;
import dev.chanlint.model.code.Variable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What must hold of every lowered function, whatever its source. */
final class WellFormed {

  private final Function function;
  private final List<String> problems = new ArrayList<>();

  private WellFormed(Function function) {
    this.function = function;
  }

  /** What is wrong with a function; nothing if it is well formed. */
  static List<String> problems(Function function) {
    WellFormed check = new WellFormed(function);
    check.blocks();
    if (check.problems.isEmpty()) {
      check.definitions();
    }
    return check.problems;
  }

  private void report(String what) {
    problems.add(function.id() + ": " + what);
  }

  private void blocks() {
    if (function.blocks().isEmpty()) {
      report("no blocks");
    }
    for (int i = 0; i < function.blocks().size(); i++) {
      Block block = function.blocks().get(i);
      if (block.index() != i) {
        report("block " + i + " says " + block.index());
      }
      for (int target : next(block)) {
        if (target < 0 || target >= function.blocks().size()) {
          report("block " + i + " leads to " + target);
        }
      }
    }
    Set<Integer> ids = new HashSet<>();
    for (Variable parameter : function.parameters()) {
      if (!ids.add(parameter.id())) {
        report("two parameters are " + parameter);
      }
    }
  }

  private static List<Integer> next(Block block) {
    return Stream.concat(
            block.terminator().successors().stream(),
            block.handlers().stream().map(Block.Handler::target))
        .toList();
  }

  /** Each variable is written before it is read, on every path. */
  private void definitions() {
    Map<Integer, Set<Integer>> before = new HashMap<>();
    Set<Integer> parameters = new TreeSet<>();
    function.parameters().forEach(parameter -> parameters.add(parameter.id()));
    before.put(0, parameters);
    Deque<Integer> work = new ArrayDeque<>(List.of(0));
    while (!work.isEmpty()) {
      Block block = function.blocks().get(work.pop());
      Set<Integer> defined = new TreeSet<>(before.getOrDefault(block.index(), Set.of()));
      // Whatever instruction throws, what is defined before the block is.
      for (Block.Handler handler : block.handlers()) {
        Set<Integer> atHandler = new TreeSet<>(defined);
        atHandler.add(handler.exception().id());
        flow(handler.target(), atHandler, before, work);
      }
      block
          .instructions()
          .forEach(instruction -> written(instruction).forEach(v -> defined.add(v.id())));
      if (block.terminator() instanceof Terminator.ForEach loop) {
        flow(loop.exit(), defined, before, work);
        defined.add(loop.element().id());
        flow(loop.body(), defined, before, work);
      } else {
        block.terminator().successors().forEach(target -> flow(target, defined, before, work));
      }
    }
    for (Block block : function.blocks()) {
      Set<Integer> defined = before.get(block.index());
      if (defined == null) {
        report("block " + block.index() + " cannot be reached");
      } else {
        reads(block, new TreeSet<>(defined));
      }
    }
  }

  private static void flow(
      int target, Set<Integer> defined, Map<Integer, Set<Integer>> before, Deque<Integer> work) {
    Set<Integer> known = before.get(target);
    if (known == null) {
      before.put(target, new TreeSet<>(defined));
      work.push(target);
    } else if (known.retainAll(defined)) {
      work.push(target);
    }
  }

  private void reads(Block block, Set<Integer> defined) {
    for (Instruction instruction : block.instructions()) {
      for (Variable variable : read(instruction)) {
        require(variable, defined, block, instruction);
      }
      written(instruction).forEach(variable -> defined.add(variable.id()));
    }
    for (Variable variable : read(block.terminator())) {
      require(variable, defined, block, block.terminator());
    }
  }

  private void require(Variable variable, Set<Integer> defined, Block block, Object where) {
    if (!defined.contains(variable.id())) {
      report("block " + block.index() + " reads " + variable + " unwritten in " + where);
    }
  }

  private static List<Variable> written(Instruction instruction) {
    return present(
        switch (instruction) {
          case Instruction.Constant constant -> constant.target();
          case Instruction.Copy copy -> copy.target();
          case Instruction.Operator operator -> operator.target();
          case Instruction.New created -> created.target();
          case Instruction.NewArray array -> array.target();
          case Instruction.Closure closure -> closure.target();
          case Instruction.LoadField load -> load.target();
          case Instruction.LoadElement load -> load.target();
          case Instruction.ArrayLength length -> length.target();
          case Instruction.Call call -> call.target();
          default -> null;
        });
  }

  private static List<Variable> read(Instruction instruction) {
    return switch (instruction) {
      case Instruction.Constant _, Instruction.New _ -> List.of();
      case Instruction.Copy copy -> List.of(copy.source());
      case Instruction.Operator operator -> operator.operands();
      case Instruction.NewArray array -> array.lengths();
      case Instruction.Closure closure -> closure.captured();
      case Instruction.LoadField load -> present(load.base());
      case Instruction.StoreField store -> present(store.base(), store.value());
      case Instruction.LoadElement load -> List.of(load.array(), load.index());
      case Instruction.StoreElement store -> List.of(store.array(), store.index(), store.value());
      case Instruction.ArrayLength length -> List.of(length.array());
      case Instruction.Call call ->
          Stream.concat(present(call.receiver()).stream(), call.arguments().stream()).toList();
      case Instruction.EnterMonitor enter -> List.of(enter.lock());
      case Instruction.ExitMonitor exit -> List.of(exit.lock());
    };
  }

  private static List<Variable> read(Terminator terminator) {
    return switch (terminator) {
      case Terminator.Goto _ -> List.of();
      case Terminator.Branch branch -> List.of(branch.condition());
      case Terminator.ForEach loop -> List.of(loop.iterable());
      case Terminator.Return back -> present(back.value());
      case Terminator.Throw raise -> List.of(raise.exception());
    };
  }

  private static List<Variable> present(@Nullable Variable... variables) {
    return Stream.of(variables).filter(Objects::nonNull).toList();
  }
}

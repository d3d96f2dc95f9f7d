package dev.chanlint.model.machine;

import dev.chanlint.model.code.Block;
import dev.chanlint.model.code.Function;
import dev.chanlint.model.code.Instruction;
import dev.chanlint.model.code.MethodRef;
import dev.chanlint.model.code.TypeDeclaration;
import dev.chanlint.model.code.Variable;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The fields that constructors assign when {@code this} may be known to others already, who can
 * then read them before, though they be final.
 */
final class LateFields {

  /** What the constructors of a class do. */
  private record Construction(boolean passesThis, Set<String> late) {}

  private static final Construction HARMLESS = new Construction(false, Set.of());

  private final CodeIndex index;
  private final Map<String, Construction> known = new HashMap<>();

  LateFields(CodeIndex index) {
    this.index = index;
  }

  boolean contains(String type, String field) {
    return construction(type).late().contains(field);
  }

  private Construction construction(String type) {
    Construction found = known.get(type);
    if (found == null) {
      found = find(type);
      known.put(type, found);
    }
    return found;
  }

  private Construction find(String type) {
    TypeDeclaration declaration = index.type(type);
    if (declaration == null || !declaration.fromSource()) {
      return HARMLESS;
    }
    boolean parentPassesThis =
        declaration.superclass().filter(parent -> construction(parent).passesThis()).isPresent();
    Set<String> late = new HashSet<>();
    boolean passesThis = false;
    for (Function constructor : index.named(type, MethodRef.CONSTRUCTOR)) {
      Body body = new Body(type, constructor, parentPassesThis);
      passesThis |= body.passesThis();
      late.addAll(body.late());
    }
    return new Construction(passesThis, late);
  }

  /** The body of one constructor. */
  private static final class Body {
    private final String type;
    private final Function constructor;
    private final boolean parentPassesThis;
    private final Set<Variable> selves;
    private final BitSet afterUse = new BitSet();
    private boolean passesThis;

    Body(String type, Function constructor, boolean parentPassesThis) {
      this.type = type;
      this.constructor = constructor;
      this.parentPassesThis = parentPassesThis;
      this.selves = new HashSet<>(Set.of(constructor.parameters().getFirst()));
      for (Block block : constructor.blocks()) {
        if (passesIn(block)) {
          passesThis = true;
          spread(block);
        }
      }
    }

    boolean passesThis() {
      return passesThis;
    }

    /** Looks at all of them, for each may make another name for {@code this}. */
    private boolean passesIn(Block block) {
      boolean passes = false;
      for (Instruction instruction : block.instructions()) {
        passes |= passes(instruction);
      }
      return passes;
    }

    /** Marks all that may run after a block. */
    private void spread(Block block) {
      Deque<Block> todo = new ArrayDeque<>(List.of(block));
      while (!todo.isEmpty()) {
        Block before = todo.remove();
        Stream.concat(
                before.terminator().successors().stream(),
                before.handlers().stream().map(Block.Handler::target))
            .filter(next -> !afterUse.get(next))
            .forEach(
                next -> {
                  afterUse.set(next);
                  todo.add(constructor.blocks().get(next));
                });
      }
    }

    Set<String> late() {
      Set<String> late = new HashSet<>();
      for (Block block : constructor.blocks()) {
        boolean used = afterUse.get(block.index());
        for (Instruction instruction : block.instructions()) {
          if (used && instruction instanceof Instruction.StoreField store && isThis(store.base())) {
            late.add(store.field().name());
          }
          used |= passes(instruction);
        }
      }
      return late;
    }

    private boolean passes(Instruction instruction) {
      return switch (instruction) {
        case Instruction.Copy copy -> {
          if (isThis(copy.source())) {
            selves.add(copy.target());
          }
          yield false;
        }
        case Instruction.Operator operator -> includeThis(operator.operands());
        case Instruction.Closure closure -> includeThis(closure.captured());
        case Instruction.StoreField store -> isThis(store.value());
        case Instruction.StoreElement store -> isThis(store.value());
        case Instruction.Call call ->
            includeThis(call.arguments()) || isThis(call.receiver()) && passesReceiver(call);
        default -> false;
      };
    }

    private boolean passesReceiver(Instruction.Call call) {
      if (!call.method().name().equals(MethodRef.CONSTRUCTOR)) {
        return true;
      }
      return parentPassesThis && !call.method().owner().equals(type);
    }

    private boolean includeThis(List<Variable> variables) {
      return variables.stream().anyMatch(this::isThis);
    }

    private boolean isThis(@Nullable Variable variable) {
      return variable != null && selves.contains(variable);
    }
  }
}

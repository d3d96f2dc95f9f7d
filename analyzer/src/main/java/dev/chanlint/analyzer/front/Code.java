package dev.chanlint.analyzer.front;

import dev.chanlint.model.code.Block;
import dev.chanlint.model.code.Instruction;
import dev.chanlint.model.code.Position;
import dev.chanlint.model.code.Terminator;
import dev.chanlint.model.code.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Blocks under construction: where the next instruction goes, and who handles its exceptions. */
final class Code {

  private final List<Draft> started = new ArrayList<>();
  private @Nullable Region region;
  private Draft current;

  Code() {
    current = new Draft();
    current.referenced = true;
    started.add(current);
  }

  /** A block whose end is not known yet. */
  static final class Draft {
    final List<Instruction> instructions = new ArrayList<>();
    @Nullable Region region;
    @Nullable End end;
    boolean referenced;
  }

  /**
   * How a block ends.
   *
   * @param targets the blocks that it names
   * @param terminator makes the terminator from the indices of these
   * @param kind what it can do besides going on
   */
  record End(List<Draft> targets, Function<List<Integer>, Terminator> terminator, Kind kind) {

    enum Kind {
      PLAIN,
      CHOICE,
      CAN_THROW
    }

    /** Whether it only goes on to its one target. */
    boolean plain() {
      return kind == Kind.PLAIN;
    }
  }

  /**
   * A stretch of code whose exceptions are handled.
   *
   * @param outer what handles the exceptions that no handler here takes
   */
  record Region(@Nullable Region outer, List<Catch> catches) {}

  /** Who handles exceptions of a type. */
  record Catch(String type, Variable exception, Draft target, Position at) {}

  /** Whether execution can get here. */
  boolean live() {
    return current.referenced;
  }

  @Nullable Region region() {
    return region;
  }

  void emit(Instruction instruction) {
    current.instructions.add(instruction);
  }

  /** Begins a block; what comes before must have ended. */
  void start(Draft draft) {
    draft.region = region;
    current = draft;
    started.add(draft);
  }

  /** Ends the block, by something that can throw; what follows without a start is dead. */
  void end(List<Draft> targets, Function<List<Integer>, Terminator> terminator) {
    end(new End(targets, terminator, End.Kind.CAN_THROW));
  }

  void jump(Draft target, Position at) {
    end(
        new End(
            List.of(target),
            indices -> new Terminator.Goto(indices.getFirst(), at),
            End.Kind.PLAIN));
  }

  void branch(Variable condition, Draft ifTrue, Draft ifFalse, Position at) {
    choose(
        List.of(ifTrue, ifFalse),
        indices -> new Terminator.Branch(condition, indices.getFirst(), indices.getLast(), at));
  }

  /** Ends the block by something that cannot throw. */
  void choose(List<Draft> targets, Function<List<Integer>, Terminator> terminator) {
    end(new End(targets, terminator, End.Kind.CHOICE));
  }

  private void end(End end) {
    current.end = end;
    if (current.referenced) {
      end.targets().forEach(target -> target.referenced = true);
    }
    start(new Draft());
  }

  /** Goes on in a block of another region. */
  void enter(@Nullable Region next, Position at) {
    Draft draft = new Draft();
    jump(draft, at);
    region = next;
    start(draft);
    if (draft.referenced && next != null) {
      next.catches().forEach(handler -> handler.target().referenced = true);
    }
  }

  /** Goes on in another region where nothing leads on from here. */
  void restore(@Nullable Region next) {
    region = next;
    start(new Draft());
  }

  /**
   * The finished blocks.
   *
   * @param at where the end of the body is, for the return that falls off it
   */
  List<Block> finish(Position at) {
    choose(List.of(), _ -> new Terminator.Return(null, at));
    return new Layout(started).blocks();
  }
}

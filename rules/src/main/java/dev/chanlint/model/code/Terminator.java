package dev.chanlint.model.code;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a block ends. Targets are indices into {@link Function#blocks()}. */
public sealed interface Terminator {

  /**
   * Where it stands in the source.
   *
   * @return the statement or expression it comes from
   */
  Position at();

  /**
   * The blocks that may come next, without exceptions.
   *
   * @return indices of blocks
   */
  List<Integer> successors();

  /**
   * On to one block.
   *
   * @param target which block
   * @param at where it stands in the source
   */
  record Goto(int target, Position at) implements Terminator {
    @Override
    public List<Integer> successors() {
      return List.of(target);
    }
  }

  /**
   * On to one of two blocks.
   *
   * @param condition what decides
   * @param ifTrue which block if it is true
   * @param ifFalse which block if it is false
   * @param at where it stands in the source
   */
  record Branch(Variable condition, int ifTrue, int ifFalse, Position at) implements Terminator {
    @Override
    public List<Integer> successors() {
      return List.of(ifTrue, ifFalse);
    }
  }

  /**
   * The head of an enhanced {@code for} over an iterable or array: takes the next element and
   * enters the body, or exits.
   *
   * @param iterable what is iterated
   * @param element receives the element
   * @param body where to with an element
   * @param exit where to without
   * @param at where it stands in the source
   */
  record ForEach(Variable iterable, Variable element, int body, int exit, Position at)
      implements Terminator {
    @Override
    public List<Integer> successors() {
      return List.of(body, exit);
    }
  }

  /**
   * Back to the caller.
   *
   * @param value what is returned; null for void
   * @param at where it stands in the source
   */
  record Return(@Nullable Variable value, Position at) implements Terminator {
    @Override
    public List<Integer> successors() {
      return List.of();
    }
  }

  /**
   * An exception thrown.
   *
   * @param exception what is thrown
   * @param at where it stands in the source
   */
  record Throw(Variable exception, Position at) implements Terminator {
    @Override
    public List<Integer> successors() {
      return List.of();
    }
  }
}

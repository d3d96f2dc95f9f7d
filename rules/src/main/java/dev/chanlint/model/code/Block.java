package dev.chanlint.model.code;

import java.util.List;

/**
 * A basic block: instructions in order, then a terminator.
 *
 * @param index its place in {@link Function#blocks()}
 * @param instructions what it does
 * @param terminator how it ends
 * @param handlers where exceptions of its instructions and terminator go, innermost first
 */
public record Block(
    int index, List<Instruction> instructions, Terminator terminator, List<Handler> handlers) {

  /** Keeps copies, which nothing changes. */
  public Block {
    instructions = List.copyOf(instructions);
    handlers = List.copyOf(handlers);
  }

  /**
   * Where an exception goes.
   *
   * @param type the binary name of the exception type caught; {@code java.lang.Throwable} for
   *     {@code finally}
   * @param exception receives the exception
   * @param target the block that handles it
   * @param at the clause in the source
   */
  public record Handler(String type, Variable exception, int target, Position at) {}
}

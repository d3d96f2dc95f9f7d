package dev.chanlint.model.code;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A body of code: of a method, constructor, initialiser, lambda or method reference.
 *
 * @param id unique in the program; for methods {@link MethodRef#toString()}, for others derived
 *     from what encloses them
 * @param kind what it is the body of
 * @param method the method it implements; for a lambda the one of its functional interface
 * @param name what to call it in a message, such as {@code Pool.drain} or {@code lambda in
 *     Pool.drain}
 * @param parameters for an instance method {@code this} first; for a lambda what it captures first
 * @param blocks control flow; the first is the entry
 * @param annotations the binary names of the annotations on it
 * @param at where it is declared
 */
public record Function(
    String id,
    Kind kind,
    MethodRef method,
    String name,
    List<Variable> parameters,
    List<Block> blocks,
    Set<String> annotations,
    Position at) {

  /** What a function is the body of. */
  public enum Kind {
    /** A method. */
    METHOD,
    /** A constructor, instance initialisers included. */
    CONSTRUCTOR,
    /** The static initialisers of a class. */
    STATIC_INITIALIZER,
    /** A lambda. */
    LAMBDA,
    /** A function made for a method reference: it calls the method. */
    METHOD_REFERENCE,
    /**
     * A method with the erased signature of an inherited generic one: it calls the method that
     * overrides that with narrower parameters, so that a call through the supertype finds it.
     */
    BRIDGE,
    /** What a launcher or test engine does to run an entry point that needs an object. */
    LAUNCHER
  }

  /** Keeps copies, which nothing changes. */
  public Function {
    parameters = List.copyOf(parameters);
    blocks = List.copyOf(blocks);
    annotations = Collections.unmodifiableSet(new TreeSet<>(annotations));
  }

  /**
   * The block that runs first.
   *
   * @return the entry
   */
  public Block entry() {
    return blocks.getFirst();
  }
}

package dev.chanlint.model.machine;

import dev.chanlint.model.code.FieldRef;
import dev.chanlint.model.code.MethodRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the machine knows of library classes. */
public interface Library {

  /**
   * The state that an object of a library class has.
   *
   * @param type the class's binary name
   * @return a new facet, or null if the class is not known
   */
  @Nullable Facet facet(String type);

  /**
   * The behaviour of a static method or constructor.
   *
   * @param method which
   * @return what it does, or null if it is not known
   */
  Facet.@Nullable Handler handler(MethodRef method);

  /**
   * The value of a library's static field.
   *
   * @param field which
   * @return its value, or null if it is not known
   */
  @Nullable Value constant(FieldRef field);

  /** How a call of a method of an immutable library class ends. */
  sealed interface Outcome {}

  /**
   * That it gives a result.
   *
   * @param value the result
   */
  record Result(Value value) implements Outcome {}

  /**
   * That it ends by an exception.
   *
   * @param type its class
   * @param message its message
   */
  record Failure(String type, String message) implements Outcome {}

  /**
   * How a call of a method of an immutable library class ends.
   *
   * @param machine the machine
   * @param method which
   * @param receiver on what; null for a static method
   * @param arguments with what
   * @return how, or null if the method is not one of these
   */
  @Nullable Outcome evaluate(
      Machine machine, MethodRef method, @Nullable Value receiver, List<Value> arguments);

  /**
   * Whether a method that the machine does not model is known to keep nothing of its arguments and
   * to start nothing.
   *
   * @param method which
   * @return true for printing and the like
   */
  boolean isHarmless(MethodRef method);

  /**
   * Whether an object of which nothing more is known may order goroutines, block them, or run code
   * that it is given.
   *
   * @param type the binary name of its type
   * @return true for what the runtime and the JDK have for concurrent programs
   */
  boolean maySynchronize(String type);

  /**
   * Whether what an object gives is input of the program where the object itself came in from
   * outside.
   *
   * @param type the binary name of its type
   * @return true for channels and for the functional interfaces
   */
  boolean handsOnInput(String type);

  /**
   * Whether a method reads or writes the outside world.
   *
   * @param method which
   * @return true for printing and the like
   */
  boolean isOutput(MethodRef method);
}

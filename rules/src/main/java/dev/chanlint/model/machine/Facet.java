package dev.chanlint.model.machine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a library class adds to an object: its state, and what its methods do. */
public interface Facet {

  /**
   * The behaviour of a method.
   *
   * @param name the method's name
   * @param arity how many arguments the call has
   * @return what it does, or null if the machine does not know it
   */
  @Nullable Handler method(String name, int arity);

  /**
   * Adds the state to a fingerprint.
   *
   * @param sink where to
   */
  void fingerprint(Fingerprint sink);

  /**
   * The values that it refers to.
   *
   * @return none by default
   */
  default Collection<Value> contents() {
    return List.of();
  }

  /**
   * Notes that it takes the place of another, in a field, an array or a reference: what is in that
   * one and not in this one is gone for who looks here.
   *
   * @param before the other
   * @param takenAway who put it there
   */
  default void replaces(Facet before, Value.Origin takenAway) {}

  /**
   * Contents of which some may be missing.
   *
   * @param values the values, null where there is none
   * @return those that are there
   */
  static Collection<Value> present(@Nullable Value... values) {
    List<Value> present = new ArrayList<>();
    for (Value value : values) {
      if (value != null) {
        present.add(value);
      }
    }
    return present;
  }

  /** What a call does. */
  @FunctionalInterface
  interface Handler {

    /**
     * Performs the call: gives a result, raises an exception, blocks, or calls back.
     *
     * @param call the call
     */
    void perform(Invocation call);
  }
}

package dev.chanlint.model.machine;

import java.util.List;

/** What a variable can hold. */
public sealed interface Value permits Value.Known, Value.Null, Value.Symbol, Thing {

  /** The null reference. */
  Value NULL = new Null();

  /** A known {@code true}. */
  Value TRUE = new Known(true);

  /** A known {@code false}. */
  Value FALSE = new Known(false);

  /**
   * A known boolean.
   *
   * @param value which
   * @return the value
   */
  static Value of(boolean value) {
    return value ? TRUE : FALSE;
  }

  /**
   * A known number.
   *
   * @param value which
   * @return the value
   */
  static Value of(int value) {
    return new Known(value);
  }

  /**
   * Whether the machine can rely on every reading of this value being possible.
   *
   * @return false for what comes out of code that the machine does not know
   */
  default boolean isSure() {
    return true;
  }

  /**
   * A value of a primitive, box, string or other immutable library type.
   *
   * @param content what it is
   */
  record Known(Object content) implements Value {}

  /** The null reference. */
  record Null() implements Value {}

  /**
   * A value that the sources do not determine. Two symbols with one key are the same value.
   *
   * @param key an Integer for a fresh one, an {@link Expression} for a derived one
   * @param type the binary name of its static type
   * @param isSure whether it is input of the program, so that any value is possible; false where it
   *     stands for the result of code that the machine does not know
   */
  record Symbol(Object key, String type, boolean isSure) implements Value {}

  /**
   * How a symbol derives from other values.
   *
   * @param operator Java's symbol or the name of a method
   * @param operands what it derives from
   * @param depth how deep it nests
   */
  record Expression(String operator, List<Value> operands, int depth) {
    public Expression {
      operands = List.copyOf(operands);
    }
  }
}

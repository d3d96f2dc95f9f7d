package dev.chanlint.model.machine;

import dev.chanlint.model.code.Function;
import dev.chanlint.model.code.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a variable can hold. */
public sealed interface Value permits Value.Known, Value.Null, Value.Symbol, Thing {

  /** The null reference. */
  Value NULL = new Null(null);

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
   * This value as it is stored in the place of another: a null, or an empty collection, in the
   * place of something remembers who took that away.
   *
   * @param before what was there; null if nothing was
   * @param takenAway what to remember; null if that is not known
   * @return the value to store
   */
  default Value inPlaceOf(@Nullable Value before, @Nullable Origin takenAway) {
    if (this instanceof Null && (before instanceof Thing || before instanceof Known)) {
      return new Null(takenAway);
    }
    if (this instanceof Thing now && before instanceof Thing old && takenAway != null) {
      now.replaces(old, takenAway);
    }
    return this;
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

  /**
   * The null reference. All are equal; some know what they tell.
   *
   * @param origin where it comes from, if that is worth telling
   */
  record Null(@Nullable Origin origin) implements Value {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Null;
    }

    @Override
    public int hashCode() {
      return Null.class.hashCode();
    }
  }

  /** What a null reference tells. */
  sealed interface Origin {
    /**
     * That a channel is closed: a receive gave it.
     *
     * @param channel the channel
     */
    record Closed(Thing channel) implements Origin {}

    /**
     * That what was there has been taken away.
     *
     * @param by who did that
     * @param at where
     * @param in in which function
     */
    record TakenAway(Goroutine by, Position at, Function in) implements Origin {}
  }

  /**
   * A value that the sources do not determine. Two symbols with one key are the same value.
   *
   * @param key an Integer for a fresh one, an {@link Expression} for a derived one
   * @param type the binary name of its static type
   * @param isSure whether it is input of the program, so that any value is possible; false where it
   *     stands for the result of code that the machine does not know
   */
  record Symbol(Object key, String type, boolean isSure) implements Value {
    /** What tells most apart; that of a record goes through method handles, which takes long. */
    @Override
    public int hashCode() {
      return key.hashCode();
    }
  }

  /**
   * How a symbol derives from other values.
   *
   * @param operator Java's symbol or the name of a method
   * @param operands what it derives from
   * @param depth how deep it nests
   */
  record Expression(String operator, List<Value> operands, int depth) {
    /** Keeps copies, which nothing changes. */
    public Expression {
      operands = List.copyOf(operands);
    }

    /** What tells most apart; that of a record goes through method handles, which takes long. */
    @Override
    public int hashCode() {
      return operator.hashCode() * 31 + operands.hashCode();
    }
  }
}

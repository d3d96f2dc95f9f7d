package dev.chanlint.explorer.juc;

import dev.chanlint.explorer.engine.Execution;
import dev.chanlint.explorer.engine.Store;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A number that conditions of a {@link Counter} look at. It is kept in the {@link Store}, so that
 * they can be asked of states that the execution is not in.
 */
final class Stored {

  private @Nullable Store store;
  private int cell;

  /** Makes one that begins with its {@link Counter}. */
  Stored() {}

  /** Makes one that is 0, in the execution whose goroutine calls. */
  static Stored now() {
    Stored made = new Stored();
    made.begin(Execution.require(), 0);
    return made;
  }

  /** Begins anew, for an execution. */
  void begin(Execution execution, long initial) {
    store = execution.store();
    cell = execution.newCell();
    store.init(cell, initial);
  }

  private Store store() {
    return Objects.requireNonNull(store, "not begun");
  }

  long get() {
    return store().get(cell);
  }

  /** Whether it is not 0. */
  boolean is() {
    return store().is(cell);
  }

  /** Sets it, as part of a step. */
  void set(long value) {
    store().set(cell, value);
  }

  /** Sets it to 1 or 0, as part of a step. */
  void set(boolean value) {
    store().set(cell, value);
  }

  /** Adds to it, as part of a step. */
  void add(long difference) {
    store().add(cell, difference);
  }
}

package dev.chanlint.explorer.juc;

import dev.chanlint.explorer.engine.Execution;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A state that is made anew in each execution that asks for it. */
final class PerExecution<T> {

  private final Function<Execution, T> make;
  private @Nullable Execution execution;
  private @Nullable T state;

  PerExecution(Function<Execution, T> make) {
    this.make = make;
    Execution current = Execution.current();
    if (current != null) {
      get(); // now, so that the object is known by where it was made
    }
  }

  T get() {
    Execution current = Execution.require();
    T known = state;
    if (known == null || execution != current) {
      known = make.apply(current);
      state = known;
      execution = current;
    }
    return known;
  }
}

package dev.chanlint.explorer.hook;

import dev.chanlint.explorer.engine.Execution;
import org.jspecify.annotations.Nullable;

/**
 * Stands for running with a {@link ScopedValue} bound. The JDK binds it, for goroutines are
 * threads; here it is noted, for those who inherit it.
 */
public final class ScopedValues {

  private ScopedValues() {}

  /**
   * What a thread has bound.
   *
   * @param carrier the latest
   * @param outer what was bound before
   */
  public record Bindings(ScopedValue.Carrier carrier, @Nullable Bindings outer) {}

  /** What the calling thread has bound; null if nothing. */
  public static @Nullable Bindings current() {
    return JavaThread.of(Execution.self()).bindings();
  }

  /** {@link ScopedValue.Carrier#run}. */
  public static void run(ScopedValue.Carrier carrier, Runnable body) {
    ScopedValues.<@Nullable Void, RuntimeException>call(
        carrier,
        () -> {
          body.run();
          return null;
        });
  }

  /** {@link ScopedValue.Carrier#call}. */
  public static <R extends @Nullable Object, X extends Throwable> R call(
      ScopedValue.Carrier carrier, ScopedValue.CallableOp<? extends R, X> body) throws X {
    JavaThread self = JavaThread.of(Execution.self());
    Bindings outer = self.bindings();
    self.bindings(new Bindings(carrier, outer));
    try {
      return carrier.call(body);
    } finally {
      self.bindings(outer);
    }
  }

  /** Runs something on a thread that has nothing bound, with what another has. */
  public static void inherit(@Nullable Bindings bindings, Runnable body) {
    Runnable within =
        () -> {
          JavaThread.of(Execution.self()).bindings(bindings);
          body.run();
        };
    for (Bindings each = bindings; each != null; each = each.outer) {
      Runnable inner = within;
      ScopedValue.Carrier carrier = each.carrier;
      within = () -> carrier.run(inner);
    }
    within.run();
  }
}

package dev.chanlint.explorer.hook;

import dev.chanlint.explorer.engine.Execution;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Stands for identity hash codes, which the JVM draws at random: here they are handed out in the
 * order in which they are asked for, so that the order of hashed collections is the same in equal
 * executions.
 */
public final class Hashes {

  private final Map<Object, Integer> codes = new IdentityHashMap<>();

  private Hashes() {}

  /** {@link System#identityHashCode}. */
  public static int identityHashCode(@Nullable Object object) {
    Execution execution = Execution.current();
    if (object == null || execution == null) {
      return System.identityHashCode(object);
    }
    Hashes hashes = execution.attachment(execution, Hashes.class, Hashes::new);
    return hashes.codes.computeIfAbsent(object, o -> spread(hashes.codes.size() + 1));
  }

  /** Keeps neighbours apart, as identity hash codes are. */
  private static int spread(int number) {
    return number * 0x9E3779B1 & Integer.MAX_VALUE;
  }
}

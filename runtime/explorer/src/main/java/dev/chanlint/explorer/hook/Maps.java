package dev.chanlint.explorer.hook;

import dev.chanlint.explorer.engine.Execution;
import dev.chanlint.explorer.engine.Goroutine;
import dev.chanlint.explorer.race.Memory;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What code under test does to one key of a map. To replace the value of a key that is there
 * changes no more than that value: "merely changing the value associated with a key that an
 * instance already contains is not a structural modification" ({@link HashMap}, {@link TreeMap}).
 */
public final class Maps {

  /** Methods that change nothing. */
  private static final Set<String> READS = Set.of("containsKey", "get", "getOrDefault");

  private Maps() {}

  /**
   * Before a call whose first argument is a key.
   *
   * @param method the name of the called method
   */
  public static void access(@Nullable Object map, @Nullable Object key, String method, int site) {
    Computation change = READS.contains(method) ? null : computation(map, key);
    if (change != null) {
      change.begin(method.endsWith("IfAbsent"));
    } else if (map instanceof Map<?, ?> entries && tellsEntriesApart(entries) && isPlain(key)) {
      accessEntry(entries, key, method, site);
    } else {
      boolean write = !READS.contains(method) || putsLast(map, key, method);
      Collections.access(map, write, site);
    }
  }

  /** Whether a look changes the order of a map: that of a key that is there. */
  private static boolean putsLast(@Nullable Object map, @Nullable Object key, String method) {
    return map instanceof LinkedHashMap<?, ?> linked
        && method.startsWith("get")
        && isPlain(key)
        && AccessOrder.of(linked)
        && linked.containsKey(key);
  }

  /**
   * Before a call that computes what a map has for a key; returns what is to compute it instead.
   */
  public static <K, V> @Nullable Function<K, V> computing(
      @Nullable Object map,
      @Nullable Object key,
      @Nullable Function<K, V> function,
      String method,
      int site) {
    Around around = around(map, key, function != null, method, site);
    return around == null || function == null ? function : k -> around.run(() -> function.apply(k));
  }

  /** The same with a function of the key and the value, or of two values. */
  public static <A, B, V> @Nullable BiFunction<A, B, V> computing(
      @Nullable Object map,
      @Nullable Object key,
      @Nullable BiFunction<A, B, V> function,
      String method,
      int site) {
    Around around = around(map, key, function != null, method, site);
    return around == null || function == null
        ? function
        : (a, b) -> around.run(() -> function.apply(a, b));
  }

  /** Runs a function that a map calls, and does what belongs around that. */
  interface Around {

    <V> V run(Supplier<V> function);
  }

  /** Begins the call; null if nothing belongs around its function. */
  private static @Nullable Around around(
      @Nullable Object map, @Nullable Object key, boolean computes, String method, int site) {
    Computation computation = computes ? computation(map, key) : null;
    if (computation != null) {
      computation.begin(method.endsWith("IfAbsent"));
      return computation;
    }
    access(map, key, method, site);
    return map != null && Collections.isGuarded(map) ? new Guarded(map) : null;
  }

  /** The function runs with the map's monitor held, whose next owner sees what it wrote. */
  private record Guarded(Object map) implements Around {

    @Override
    public <V> V run(Supplier<V> function) {
      try {
        return function.get();
      } finally {
        Monitors.publish(map);
      }
    }
  }

  /** A change of a concurrent map; null if the map is none. */
  private static @Nullable Computation computation(@Nullable Object map, @Nullable Object key) {
    Goroutine self = Execution.goroutine();
    if (self == null || map == null) {
      return null;
    }
    Object on = Collections.synchronizedOn(map);
    return on == null ? null : new Computation(self, on, key);
  }

  private static void accessEntry(Map<?, ?> map, @Nullable Object key, String method, int site) {
    boolean present = map.containsKey(key);
    switch (method) {
      case "containsKey" -> Memory.accessSize(map, site);
      case "get", "getOrDefault" -> accessValue(map, key, present, false, site);
      case "replace" -> accessValue(map, key, present, true, site);
      case "put" -> {
        if (present) {
          Memory.accessElement(map, key, true, site);
        } else {
          Memory.access(map, true, site);
        }
      }
      case "computeIfAbsent", "putIfAbsent" -> {
        if (map.get(key) != null) {
          Memory.accessElement(map, key, false, site);
        } else {
          Memory.access(map, true, site);
        }
      }
      default -> Memory.access(map, true, site);
    }
  }

  private static void accessValue(
      Map<?, ?> map, @Nullable Object key, boolean present, boolean write, int site) {
    if (present) {
      Memory.accessElement(map, key, write, site);
    } else {
      Memory.accessSize(map, site);
    }
  }

  /** One that orders its entries by their last access changes with each. */
  private static boolean tellsEntriesApart(Map<?, ?> map) {
    return map.getClass() == HashMap.class
        || map instanceof TreeMap<?, ?> sorted
            && map.getClass() == TreeMap.class
            && sorted.comparator() == null;
  }

  /** Whether no code under test is run to look for it. */
  static boolean isPlain(@Nullable Object key) {
    return key instanceof String
        || key instanceof Character
        || key instanceof Boolean
        || key instanceof Enum
        || key instanceof Number && key.getClass().getPackageName().equals("java.lang");
  }
}

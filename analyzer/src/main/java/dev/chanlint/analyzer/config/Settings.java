package dev.chanlint.analyzer.config;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Values of keys. What is not set has its standard value. */
public final class Settings {

  /** Nothing is set. */
  public static final Settings NONE = new Settings(Map.of());

  private final Map<Key<?>, Object> values;

  private Settings(Map<Key<?>, Object> values) {
    this.values = values;
  }

  /**
   * The value of a key.
   *
   * @param key the key
   * @param <T> the type of its value
   * @return what is set, else the standard value
   */
  public <T> T get(Key<T> key) {
    T value = find(key);
    return value == null ? key.standard() : value;
  }

  /** Values are only put in under keys of their type. */
  @SuppressWarnings("unchecked")
  private <T> @Nullable T find(Key<T> key) {
    return (T) values.get(key);
  }

  /**
   * The keys that are set.
   *
   * @return them
   */
  public Set<Key<?>> keys() {
    return Set.copyOf(values.keySet());
  }

  /**
   * These with one more.
   *
   * @param key the key
   * @param value its value
   * @param <T> the type of its value
   * @return the settings
   */
  public <T> Settings with(Key<T> key, T value) {
    Map<Key<?>, Object> more = new LinkedHashMap<>(values);
    more.put(key, value);
    return new Settings(more);
  }

  /**
   * Both: what is set here counts more.
   *
   * @param other the others
   * @return the settings
   */
  public Settings over(Settings other) {
    Settings both = new Settings(new HashMap<>(other.values));
    for (Key<?> key : values.keySet()) {
      both = joined(key, both);
    }
    return both;
  }

  private <T> Settings joined(Key<T> key, Settings other) {
    T second = other.find(key);
    return other.with(key, second == null ? get(key) : key.join().apply(get(key), second));
  }
}

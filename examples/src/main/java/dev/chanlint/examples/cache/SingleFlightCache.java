package dev.chanlint.examples.cache;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.Unit;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what was loaded. If several ask for the same key at once, one loads and the others wait
 * for its result; a load that fails is told to all who waited, and is tried again next time.
 */
public final class SingleFlightCache<K, V> {

  private final Function<K, V> loader;
  private final Mutex mutex = new Mutex();
  private final Map<K, Flight<V>> flights = new HashMap<>();

  /** Makes an empty cache. */
  public SingleFlightCache(Function<K, V> loader) {
    this.loader = loader;
  }

  /** A load, under way or over. Its fields are written before it lands and read after. */
  private static final class Flight<V> {
    final Chan<Unit> landed = Chan.make();
    @Nullable V value;
    @Nullable RuntimeException failure;

    V await() {
      landed.receive();
      if (failure != null) {
        throw failure;
      }
      return Objects.requireNonNull(value);
    }
  }

  /**
   * The value of a key, loaded if it has to be.
   *
   * @throws RuntimeException what the loader threw
   */
  public V get(K key) {
    mutex.lock();
    Flight<V> known = flights.get(key);
    if (known != null) {
      mutex.unlock();
      return known.await();
    }
    Flight<V> own = new Flight<>();
    flights.put(key, own);
    mutex.unlock();
    load(key, own);
    return own.await();
  }

  private void load(K key, Flight<V> flight) {
    try {
      flight.value = Objects.requireNonNull(loader.apply(key));
    } catch (RuntimeException e) {
      flight.failure = e;
      forget(key);
    } finally {
      flight.landed.close();
    }
  }

  private void forget(K key) {
    mutex.lock();
    try {
      flights.remove(key);
    } finally {
      mutex.unlock();
    }
  }
}

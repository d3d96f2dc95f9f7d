// fault: race
package istio_8144;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Unit;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** A cache whose evicter tells a listener about each entry it drops. */
public final class Buggy {

  interface EvictionListener {
    void evicted(String key, int value);
  }

  static final class CallbackRecorder {
    private int callbacks;

    void recordEviction(String key, int value) {
      callbacks++; // want race-unguarded
    }

    int callbacks() {
      return callbacks; // want race-unguarded
    }
  }

  static final class TtlCache {
    private final ConcurrentMap<String, Integer> entries = new ConcurrentHashMap<>();
    private final EvictionListener listener;
    private final Chan<Unit> evicterDone = Chan.make();

    TtlCache(EvictionListener listener) {
      this.listener = listener;
      Go.go(this::evicter);
    }

    void set(String key, int value) {
      entries.put(key, value);
    }

    private void evicter() {
      try (evicterDone) {
        evictExpired();
      }
    }

    private void evictExpired() {
      entries.forEach(
          (key, value) -> {
            if (entries.remove(key, value)) {
              listener.evicted(key, value);
            }
          });
    }

    void awaitEvicter() {
      evicterDone.receive();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          CallbackRecorder recorder = new CallbackRecorder();
          TtlCache cache = new TtlCache(recorder::recordEviction);
          cache.set("ttl", 1);
          System.out.println(recorder.callbacks() + " evictions");
          cache.awaitEvicter();
        });
  }
}

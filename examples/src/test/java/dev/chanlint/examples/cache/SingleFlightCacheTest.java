package dev.chanlint.examples.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chanlint.explorer.junit.ExploreTest;
import dev.chanlint.runtime.NoGoroutineLeaks;
import dev.chanlint.runtime.WaitGroup;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SingleFlightCacheTest {

  @Test
  @NoGoroutineLeaks
  void aFailedLoadIsTriedAgain() {
    AtomicInteger loads = new AtomicInteger();
    SingleFlightCache<String, Integer> cache =
        new SingleFlightCache<>(
            key -> {
              if (loads.incrementAndGet() == 1) {
                throw new IllegalStateException("not yet");
              }
              return key.length();
            });

    assertThatThrownBy(() -> cache.get("key")).hasMessage("not yet");
    assertThat(cache.get("key")).isEqualTo(3);
    assertThat(cache.get("key")).isEqualTo(3);
    assertThat(loads).hasValue(2);
  }

  @ExploreTest(exhaustive = true)
  void loadsOnceForAllWhoAsk() {
    AtomicInteger loads = new AtomicInteger();
    SingleFlightCache<String, Integer> cache =
        new SingleFlightCache<>(key -> loads.incrementAndGet());
    WaitGroup asking = new WaitGroup();
    for (int i = 0; i < 2; i++) {
      asking.go(() -> assertThat(cache.get("key")).isEqualTo(1));
    }

    asking.await();

    assertThat(loads).hasValue(1);
  }
}

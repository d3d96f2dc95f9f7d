// fault: race
package ring_slots;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Producers draw a slot of a ring by an atomic number; the reader takes the slots up to that
 * number, filled or not.
 */
public final class Buggy {

  static final class Ring {
    private final String[] slots = new String[4];
    private final AtomicInteger next = new AtomicInteger();

    void publish(String event) {
      int slot = next.getAndIncrement();
      slots[slot % slots.length] = event; // want race-unguarded, race-early-publish
    }

    int available() {
      return next.get();
    }

    String latest() {
      int count = available();
      return count == 0
          ? ""
          : slots[(count - 1) % slots.length]; // want race-unguarded, race-early-publish
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Ring ring = new Ring();
          WaitGroup producers = new WaitGroup();
          producers.go(() -> ring.publish("start"));
          String seen = ring.latest();
          producers.await();
          System.out.println(seen + ring.latest());
        });
  }
}

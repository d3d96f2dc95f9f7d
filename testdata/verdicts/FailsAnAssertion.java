import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.chanlint.runtime.WaitGroup;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A failed assertion is a panic of the test. */
class FailsAnAssertion {
  @Test
  void adds() {
    AtomicInteger sum = new AtomicInteger();
    WaitGroup both = new WaitGroup();
    both.go(() -> sum.set(sum.get() + 1));
    both.go(() -> sum.set(sum.get() + 1));
    both.await();
    // finding order-use-after-teardown: CONFIRMED FailsAnAssertion#adds
    assertEquals(2, sum.get());
  }
}

package dev.chanlint.runtime;

import static dev.chanlint.runtime.Select.onDefault;
import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.onSend;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import dev.chanlint.runtime.Select.Case;
import java.lang.management.ManagementFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What operations of goroutines allocate, in all threads together. What is allocated now and then,
 * by the JDK or the test's framework, vanishes in the average.
 */
@Timeout(120)
final class AllocationTest {

  private static final int TIMES = 100_000;

  /** The smallest object there is takes 16 bytes; an average below half of that is none. */
  private static final double NOTHING = 8;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** Bytes for each run of a body, once it has run as often to warm up. */
  private static double bytesPerRun(Task body) {
    double[] bytes = new double[1];
    Go.run(
        () -> {
          repeat(body);
          long before = THREADS.getTotalThreadAllocatedBytes();
          repeat(body);
          bytes[0] = (THREADS.getTotalThreadAllocatedBytes() - before) / (double) TIMES;
        });
    return bytes[0];
  }

  private static void repeat(Task body) throws Exception {
    for (int i = 0; i < TIMES; i++) {
      body.run();
    }
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // a generic array
  private static Case<Integer>[] receives(int n, Chan<Integer> first) {
    return IntStream.range(0, n)
        .mapToObj(i -> onReceive(i == 0 ? first : Chan.<Integer>make()))
        .toArray(Case[]::new);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 8, 100})
  void aReadySelectAllocatesNothing(int n) {
    Chan<Integer> ch = Chan.make(1);
    Case<Integer>[] cases = receives(n, ch);
    assertThat(
            bytesPerRun(
                () -> {
                  ch.send(1);
                  Select.select(cases);
                }))
        .isLessThan(NOTHING);
  }

  @Test
  void aSelectThatTakesItsDefaultAllocatesNothing() {
    Case<?>[] cases = {onReceive(Chan.make()), onSend(Chan.make(), 1), onDefault()};
    assertThat(bytesPerRun(() -> Select.select(cases))).isLessThan(NOTHING);
  }

  /** A park costs the JDK some bytes, in a select as in a receive. */
  @ParameterizedTest
  @ValueSource(ints = {2, 8, 100})
  void aBlockingSelectAllocatesNoMoreThanABlockingReceive(int n) {
    Chan<Integer> ping = Chan.make();
    Chan<Integer> pong = Chan.make();
    Case<Integer>[] cases = receives(n, pong);
    int processors = Go.maxProcs();
    assumeTrue(Runtime.version().feature() >= 24, "maxProcs needs JDK 24");
    try {
      Go.maxProcs(1); // so that each receive parks
      double receiving = roundTrip(ping, pong, pong::receive);
      double selecting = roundTrip(ping, pong, () -> Select.select(cases));
      assertThat(selecting).isLessThan(receiving + NOTHING);
    } finally {
      Go.maxProcs(processors);
    }
  }

  private static double roundTrip(Chan<Integer> ping, Chan<Integer> pong, Task receive) {
    return bytesPerRun(new RoundTrip(ping, pong, receive));
  }

  /** Sends to a goroutine, which it starts at first, and gets an answer. */
  private static final class RoundTrip implements Task {
    private final Chan<Integer> ping;
    private final Chan<Integer> pong;
    private final Task receive;
    private boolean started;

    RoundTrip(Chan<Integer> ping, Chan<Integer> pong, Task receive) {
      this.ping = ping;
      this.pong = pong;
      this.receive = receive;
    }

    @Override
    public void run() throws Exception {
      if (!started) {
        started = true;
        Go.go(() -> ping.forEach(pong::send));
      }
      ping.send(1);
      receive.run();
    }
  }
}

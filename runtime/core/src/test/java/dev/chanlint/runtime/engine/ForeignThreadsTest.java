package dev.chanlint.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chanlint.runtime.Chan;
import org.junit.jupiter.api.Test;

/** Which threads are remembered. */
final class ForeignThreadsTest {

  /** A server that uses channels in a thread for each request must not keep all of these. */
  @Test
  void threadsThatHaveEndedAreForgottenThoughNothingLooksAtThem() throws InterruptedException {
    Chan<Integer> ch = Chan.make();
    for (int i = 0; i < 2_000; i++) {
      Thread.startVirtualThread(ch::tryReceive).join();
    }
    assertThat(ForeignThreads.noted()).isLessThan(1_000);
  }
}

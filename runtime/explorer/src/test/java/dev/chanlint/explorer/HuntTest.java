package dev.chanlint.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.LockInfo;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an exploration does around the executions. */
class HuntTest {

  /** A virtual thread that stops takes its carrier's locks with it, and the JVM then crashes. */
  @Test
  void noLockIsHeldWhileCodeRuns() {
    long carrier = Thread.currentThread().threadId();
    List<LockInfo> held = new ArrayList<>();
    List<Failure> met = new ArrayList<>();
    Code code =
        Code.test(
            () -> {
              held.addAll(locksOf(carrier));
              throw new IllegalStateException("a fault to be looked at");
            });

    Explorer.builder()
        .until(
            failure -> {
              met.add(failure);
              return false;
            })
        .build()
        .explore(code);

    assertThat(met).extracting(Failure::fault).containsExactly(Fault.PANIC);
    assertThat(held).isEmpty();
  }

  private static List<? extends LockInfo> locksOf(long thread) {
    return Arrays.asList(
        ManagementFactory.getThreadMXBean()
            .getThreadInfo(new long[] {thread}, true, false)[0]
            .getLockedMonitors());
  }
}

package dev.chanlint.explorer.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chanlint.explorer.Exploration;
import dev.chanlint.explorer.Explorer;
import dev.chanlint.explorer.Failure;
import dev.chanlint.runtime.Go;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Threads that explore together have a copy of the code under test each, statics included. */
@Timeout(120)
class SharedSandboxTest {

  /** Two count together; one is astonished if the other counts to its end between two steps. */
  static final class Counting {

    private static final int STEPS = 8;
    private static final AtomicInteger COUNT = new AtomicInteger();

    private Counting() {}

    static void main() {
      Go.go(Counting::count);
      Go.go(Counting::count);
    }

    private static void count() {
      int last = COUNT.incrementAndGet();
      for (int i = 1; i < STEPS; i++) {
        int next = COUNT.incrementAndGet();
        if (next - last > STEPS) {
          throw new IllegalStateException("overtaken");
        }
        last = next;
      }
    }
  }

  @Test
  void findAsMuchInAsManyExecutionsAsOne() throws IOException {
    Exploration alone = explore(1);
    Exploration together = explore(2);
    assertThat(together.executions()).isEqualTo(alone.executions());
    assertThat(together.exhausted()).isTrue();
    assertThat(together.limits()).isEmpty();
    assertThat(together.outcomes()).isEqualTo(alone.outcomes());
    assertThat(together.failures())
        .extracting(Failure::sites)
        .hasSize(1)
        .isEqualTo(alone.failures().stream().map(Failure::sites).toList());
  }

  private static Exploration explore(int searchers) throws IOException {
    try (Sandbox sandbox = new Sandbox(List.of(Programs.CLASSES))) {
      return Explorer.builder()
          .maxExecutions(1_000_000)
          .maxDuration(Duration.ofMinutes(5))
          .searchers(searchers)
          .build()
          .explore(new SandboxWorkload(sandbox, Counting.class.getName(), false));
    }
  }
}

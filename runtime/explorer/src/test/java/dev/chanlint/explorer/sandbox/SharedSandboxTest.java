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
import java.util.function.Supplier;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  /** Uses what all copies share in the JDK, and loads classes as it goes. */
  static final class Looking {

    private static final int STEPS = 8;
    private static final AtomicInteger COUNT = new AtomicInteger();

    private Looking() {}

    private enum Size {
      SMALL,
      LARGE
    }

    private record Seen(Size size, int number) {}

    static void main() {
      Go.go(Looking::look);
      Go.go(Looking::look);
    }

    private static void look() {
      Seen last = new Seen(Size.SMALL, 0);
      for (int i = 0; i < STEPS; i++) {
        last = seen(COUNT.incrementAndGet());
      }
      if (last.size() == Size.SMALL) {
        throw new IllegalStateException("%s, then %d".formatted(last, COUNT.get()));
      }
    }

    private static Seen seen(int number) {
      Supplier<Size> size = () -> number <= STEPS ? Size.SMALL : Size.LARGE;
      return switch (size.get()) {
        case SMALL -> new Seen(Size.SMALL, number);
        case LARGE -> new Seen(Size.valueOf("LARGE"), number);
      };
    }
  }

  @ParameterizedTest
  @ValueSource(classes = {Counting.class, Looking.class})
  void findAsMuchInAsManyExecutionsAsOne(Class<?> program) throws IOException {
    Exploration alone = explore(program, 1);
    Exploration together = explore(program, 2);
    assertThat(together.executions()).isEqualTo(alone.executions());
    assertThat(together.exhausted()).isTrue();
    assertThat(together.limits()).isEmpty();
    assertThat(together.outcomes()).isEqualTo(alone.outcomes());
    assertThat(together.failures())
        .hasSize(1)
        .extracting(Failure::schedule)
        .isEqualTo(alone.failures().stream().map(Failure::schedule).toList());
  }

  private static Exploration explore(Class<?> program, int searchers) throws IOException {
    try (Sandbox sandbox = new Sandbox(List.of(Programs.CLASSES))) {
      return Explorer.builder()
          .maxExecutions(1_000_000)
          .maxDuration(Duration.ofMinutes(5))
          .searchers(searchers)
          .build()
          .explore(new SandboxWorkload(sandbox, program.getName(), false));
    }
  }
}

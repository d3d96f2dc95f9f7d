package dev.chanlint.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class PatienceTest {

  private final Patience patience = new Patience();

  @BeforeEach
  void othersRun() {
    assumeTrue(Runtime.getRuntime().availableProcessors() > 1, "nobody looks on one processor");
  }

  /** How many waits pass, from the next on, before one that looks. */
  private int passes() {
    int passed = 0;
    while (patience.looks() == 0) {
      passed++;
    }
    return passed;
  }

  @Test
  void firstWaitsParkAtOnceAndFailuresDoubleTheWaitsBetweenLooks() {
    List<Integer> passes =
        Stream.generate(
                () -> {
                  int passed = passes();
                  patience.failed();
                  return passed;
                })
            .limit(9)
            .toList();
    assertThat(passes).containsExactly(3, 7, 15, 31, 63, 127, 255, 255, 255);
  }

  @Test
  void successMakesTheNextWaitLookAndForLonger() {
    passes();
    patience.failed();
    passes();
    patience.succeeded();
    int afterSuccess = patience.looks();
    patience.failed();
    assertThat(passes()).isEqualTo(1);
    assertThat(patience.looks()).isPositive().isLessThan(afterSuccess);
  }

  @Test
  void threadsThatAreNoGoroutinesLookAtOnce() {
    assertThat(Patience.ofOther().looks()).isPositive();
  }
}

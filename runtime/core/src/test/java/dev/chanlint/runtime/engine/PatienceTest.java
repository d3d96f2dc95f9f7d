package dev.chanlint.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class PatienceTest {

  private final Patience patience = Patience.ofOther();

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
  void looksAtOnceAndFailuresDoubleTheWaitsBetweenLooks() {
    List<Integer> passes =
        Stream.generate(
                () -> {
                  int passed = passes();
                  patience.failed();
                  return passed;
                })
            .limit(9)
            .toList();
    assertThat(passes).containsExactly(0, 7, 15, 31, 63, 127, 255, 255, 255);
  }

  @Test
  void successesHalveTheWaitsBetweenLooks() {
    patience.failed();
    patience.failed();
    List<Integer> passes =
        Stream.generate(
                () -> {
                  int passed = passes();
                  patience.succeeded();
                  return passed;
                })
            .limit(6)
            .toList();
    assertThat(passes).containsExactly(15, 7, 3, 1, 0, 0);
  }

  @Test
  void successMakesTheNextLookLonger() {
    patience.succeeded();
    patience.succeeded();
    int afterSuccess = patience.looks();
    patience.failed();
    assertThat(passes()).isEqualTo(1);
    assertThat(patience.looks()).isLessThan(afterSuccess);
  }

  @Test
  void aNewOneBelievesWhatAnotherLearntLast() {
    for (int i = 0; i < 9; i++) {
      patience.failed();
    }
    assertThat(Patience.ofGoroutine().looks()).isZero();
    for (int i = 0; i < 9; i++) {
      patience.succeeded();
    }
    assertThat(Patience.ofGoroutine().looks()).isPositive();
  }
}

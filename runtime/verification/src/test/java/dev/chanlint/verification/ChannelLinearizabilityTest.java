package dev.chanlint.verification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Channels on the production engine are linearizable: whatever a few goroutines see of a few
 * operations, an order of these explains it. What waits is included, which Lincheck can do for
 * Kotlin's suspending functions only.
 */
@Timeout(1_200)
final class ChannelLinearizabilityTest {

  private static final int PROGRAMS = Effort.scale(150, 20_000);
  private static final int RUNS = 4;

  @ParameterizedTest
  @EnumSource
  void everyHistoryIsExplained(Programs.Kind kind) {
    int stuck = 0;
    for (long seed = 0; seed < PROGRAMS; seed++) {
      Program program = Programs.random(seed, kind);
      for (int run = 0; run < RUNS; run++) {
        History history = Recorder.record(program, run == 0);
        assertThat(Linearization.exists(history)).as("seed %d: %s", seed, history).isTrue();
        stuck += history.isStuck() ? 1 : 0;
      }
    }
    assertThat(stuck).as("histories that end in a deadlock").isBetween(1, PROGRAMS * RUNS - 1);
  }
}

package dev.chanlint.benchmarks.explorers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The programs have as many traces as the table says. */
@Timeout(60)
class ExploredTest {

  @ParameterizedTest
  @EnumSource(names = {"LOCKS", "QUEUE", "BUFFERED"})
  void eachTraceIsRunOnce(Explored program) {
    assertThat(Tool.CHANLINT.explore(program, 50_000)).isEqualTo(program.traces);
  }
}

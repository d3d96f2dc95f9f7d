package dev.chanlint.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chanlint.explorer.engine.Body;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Threads that search one program together run each of its traces once, and nothing in vain. */
@Timeout(60)
class SharedSearchTest {

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("dev.chanlint.explorer.PublishedCountsTest#programs")
  void twoRunEachTraceOnce(String name, int traces, Body body) {
    assertThat(Count.shared(2, body)).isEqualTo(new Count(traces, 0));
  }

  @ParameterizedTest
  @MethodSource("dev.chanlint.explorer.ChannelCountsTest#rows")
  void threeRunEachTraceOfAChannelProgramOnce(ChannelCountsTest.Row row) {
    assertThat(Count.shared(3, row.body())).isEqualTo(new Count(row.traces(), 0));
  }
}

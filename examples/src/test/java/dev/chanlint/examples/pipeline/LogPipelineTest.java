package dev.chanlint.examples.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chanlint.explorer.junit.ExploreTest;
import dev.chanlint.runtime.NoGoroutineLeaks;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LogPipelineTest {

  @Test
  @NoGoroutineLeaks
  void everyLineIsWrittenOnce() {
    List<String> lines = IntStream.range(0, 1_000).mapToObj(String::valueOf).toList();
    List<Integer> written = new ArrayList<>();

    new LogPipeline(3, 4, 10)
        .run(
            lines,
            Integer::valueOf,
            batch -> {
              assertThat(batch).hasSizeBetween(1, 10);
              written.addAll(batch);
            });

    assertThat(written).hasSize(1_000).containsAll(IntStream.range(0, 1_000).boxed().toList());
  }

  @ExploreTest(exhaustive = true)
  void nothingIsLostUnderAnySchedule() {
    List<Integer> written = new ArrayList<>();

    new LogPipeline(2, 0, 1).run(List.of("1", "2"), Integer::valueOf, written::addAll);

    assertThat(written).containsExactlyInAnyOrder(1, 2);
  }
}

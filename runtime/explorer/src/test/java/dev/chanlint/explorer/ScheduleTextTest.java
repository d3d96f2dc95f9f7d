package dev.chanlint.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chanlint.explorer.engine.Move;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Schedules are written and read again. */
class ScheduleTextTest {

  /** Parts of a schedule, each some steps and how often they come. */
  record Part(List<Long> steps, int times) {

    LongStream choices() {
      return IntStream.range(0, times)
          .boxed()
          .flatMapToLong(any -> steps.stream().mapToLong(Long::longValue));
    }
  }

  @Provide
  Arbitrary<List<Part>> parts() {
    Arbitrary<Long> step =
        Arbitraries.of(
            Move.key(1, 0, 0, 0),
            Move.key(2, 0, 0, 0),
            Move.key(2, 3, 0, 0),
            Move.key(12, 1, 3, 2));
    Arbitrary<Part> part =
        step.list()
            .ofMinSize(1)
            .ofMaxSize(5)
            .flatMap(
                steps ->
                    Arbitraries.integers().between(1, 20).map(times -> new Part(steps, times)));
    return part.list().ofMaxSize(6);
  }

  @Property(tries = 500, seed = "2026")
  void isReadAsItWasWritten(@ForAll("parts") List<Part> parts, @ForAll boolean endless) {
    long[] choices = parts.stream().flatMapToLong(Part::choices).toArray();
    Schedule written = new ScheduleText(choices, endless, 7, "").encode();

    ScheduleText read = ScheduleText.decode(written);

    assertThat(read.choices()).isEqualTo(choices);
    assertThat(read.endless()).isEqualTo(endless);
    assertThat(read.encode()).isEqualTo(written);
  }

  @Example
  void whatComesAgainAndAgainIsWrittenOnce() {
    long[] choices =
        LongStream.concat(
                LongStream.of(Move.key(1, 0, 0, 0)),
                new Part(List.of(Move.key(2, 0, 0, 0), Move.key(3, 1, 0, 0)), 1_000).choices())
            .toArray();

    assertThat(new ScheduleText(choices, false, 255, "").encode().text())
        .isEqualTo("1:1,2-3.1x1000:ff");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1:3x0:0", "1:3x-1:0", "1:3-:0", "1:-3:0", "1:3x2-3:0", "1:3,,3:0"})
  void whatIsNoScheduleIsRefused(String text) {
    Schedule schedule = new Schedule(text);
    assertThatThrownBy(() -> ScheduleText.decode(schedule))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not a schedule: " + text);
  }
}

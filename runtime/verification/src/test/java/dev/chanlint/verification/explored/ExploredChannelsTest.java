package dev.chanlint.verification.explored;

import static org.assertj.core.api.Assertions.assertThat;

import com.softwaremill.jox.Channel;
import dev.chanlint.explorer.Strategy;
import dev.chanlint.explorer.Worker;
import dev.chanlint.runtime.Chan;
import dev.chanlint.verification.Effort;
import dev.chanlint.verification.Performer;
import dev.chanlint.verification.Program;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The code of channels, select and waiting as it ships, under every schedule of a few goroutines
 * with a few preemptions: each history that comes of it is linearizable.
 */
@Timeout(2_400)
final class ExploredChannelsTest {

  private static final Strategy STRATEGY = Strategy.bounded(Effort.scale(1, 2));

  /** Three threads have ten times as many schedules as two. */
  private static final int MOST_THREADS = Effort.scale(2, 3);

  private static final int CAPACITIES = Effort.scale(2, 3);

  @TempDir private static Path relocated;

  private static final Worker WORKER = Worker.create();

  @BeforeAll
  static void relocate() throws IOException {
    Relocated.write(List.of(Chan.class, Performer.class, Play.class), relocated);
  }

  @AfterAll
  static void endWorker() {
    WORKER.close();
  }

  private static Stream<Arguments> programs() {
    return programs(program -> true);
  }

  private static Stream<Arguments> programsThatOnlyWait() {
    return programs(SmallPrograms::onlyWaits);
  }

  /** In Jox a select may name a channel once. */
  private static Stream<Arguments> programsOfJox() {
    return programs(program -> program.onlyWaits() && !program.offersBothWays());
  }

  private static Stream<Arguments> programs(Predicate<SmallPrograms> which) {
    return Arrays.stream(SmallPrograms.values())
        .filter(program -> program.size() <= MOST_THREADS)
        .filter(which)
        .flatMap(
            program ->
                IntStream.range(0, CAPACITIES)
                    .mapToObj(capacity -> Arguments.of(program, capacity)));
  }

  @ParameterizedTest
  @MethodSource("programs")
  void everyHistoryIsExplained(SmallPrograms small, int capacity) throws InterruptedException {
    Program program = small.with(capacity);
    check(Histories.of(WORKER, program, "onRuntime", List.of(relocated), STRATEGY));
  }

  @ParameterizedTest
  @MethodSource("programsThatOnlyWait")
  void everyHistoryWithAnInterruptIsExplained(SmallPrograms small, int capacity)
      throws InterruptedException {
    Program program = small.with(capacity);
    check(Histories.of(WORKER, program, "onRuntimeInterrupted", List.of(relocated), STRATEGY));
  }

  /** Jox's own tests sample its schedules; it is here as code that others wrote. */
  @ParameterizedTest
  @MethodSource("programsOfJox")
  void everyHistoryOfJoxIsExplained(SmallPrograms small, int capacity) throws InterruptedException {
    Program program = small.with(capacity);
    List<Path> classPath =
        Stream.of(Channel.class, Performer.class, Play.class).map(Relocated::home).toList();
    check(Histories.of(WORKER, program, "onJox", classPath, STRATEGY));
  }

  private static void check(Histories histories) {
    assertThat(histories.exploration().limits()).as("left out").allMatch(Meant::isLimit);
    assertThat(histories.unexplained()).isEmpty();
    assertThat(histories.failures()).allMatch(Meant::isRace);
    assertThat(histories.all()).isNotEmpty();
  }
}

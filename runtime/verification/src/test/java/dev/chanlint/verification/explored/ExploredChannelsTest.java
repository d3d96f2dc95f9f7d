package dev.chanlint.verification.explored;

import static org.assertj.core.api.Assertions.assertThat;

import com.softwaremill.jox.Channel;
import dev.chanlint.explorer.Failure;
import dev.chanlint.explorer.Fault;
import dev.chanlint.explorer.Strategy;
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

  @TempDir private static Path relocated;

  @BeforeAll
  static void relocate() throws IOException {
    Relocated.write(List.of(Chan.class, Performer.class, Play.class), relocated);
  }

  private static Stream<Arguments> programs() {
    return programs(program -> true);
  }

  private static Stream<Arguments> programsThatOnlyWait() {
    return programs(SmallPrograms::onlyWaits);
  }

  private static Stream<Arguments> programs(Predicate<SmallPrograms> which) {
    return Arrays.stream(SmallPrograms.values())
        .filter(program -> program.size() <= MOST_THREADS)
        .filter(which)
        .flatMap(
            program -> IntStream.range(0, 3).mapToObj(capacity -> Arguments.of(program, capacity)));
  }

  @ParameterizedTest
  @MethodSource("programs")
  void everyHistoryIsExplained(SmallPrograms small, int capacity) throws InterruptedException {
    Program program = small.with(capacity);
    check(Histories.of(program, "onRuntime", List.of(relocated), STRATEGY));
  }

  @ParameterizedTest
  @MethodSource("programsThatOnlyWait")
  void everyHistoryWithAnInterruptIsExplained(SmallPrograms small, int capacity)
      throws InterruptedException {
    Program program = small.with(capacity);
    check(Histories.of(program, "onRuntimeInterrupted", List.of(relocated), STRATEGY));
  }

  /** Jox's own tests sample its schedules; it is here as code that others wrote. */
  @ParameterizedTest
  @MethodSource("programsThatOnlyWait")
  void everyHistoryOfJoxIsExplained(SmallPrograms small, int capacity) throws InterruptedException {
    Program program = small.with(capacity);
    List<Path> classPath =
        Stream.of(Channel.class, Performer.class, Play.class).map(Relocated::home).toList();
    check(Histories.of(program, "onJox", classPath, STRATEGY));
  }

  private static void check(Histories histories) {
    assertThat(histories.exploration().limits()).as("left out").allMatch(l -> isMeant(l));
    assertThat(histories.unexplained()).isEmpty();
    assertThat(histories.failures()).allMatch(ExploredChannelsTest::isMeant);
    assertThat(histories.all()).isNotEmpty();
  }

  /** Who spins for a lock need not be kept spinning while its holder waits for ever. */
  private static boolean isMeant(String limit) {
    return limit.startsWith("schedules with more preemptions")
        || limit.startsWith("schedules that keep a goroutine waiting");
  }

  /** That thread which reads its own id from the field has written it. */
  private static boolean isMeant(Failure failure) {
    return failure.fault() == Fault.RACE
        && failure.message().startsWith("data race on SpinLock.lastUser:");
  }
}

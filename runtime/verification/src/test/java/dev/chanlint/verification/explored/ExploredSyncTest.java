package dev.chanlint.verification.explored;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chanlint.explorer.Exploration;
import dev.chanlint.explorer.Strategy;
import dev.chanlint.explorer.Worker;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.verification.Effort;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The code of locks, wait groups, conditions and contexts as it ships, under every schedule of
 * {@link SyncPrograms} with a few preemptions: nobody is let in too soon, nobody is left waiting.
 */
@Timeout(2_400)
final class ExploredSyncTest {

  private static final Strategy STRATEGY = Strategy.bounded(Effort.scale(1, 2));

  @TempDir private static Path relocated;

  private static final Worker WORKER = Worker.create();

  @BeforeAll
  static void relocate() throws IOException {
    Relocated.write(List.of(Mutex.class, SyncPrograms.class), relocated);
  }

  @AfterAll
  static void endWorker() {
    WORKER.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mutex",
        "mutexTried",
        "mutexWaitedForInVain",
        "mutexInterrupted",
        "writers",
        "readerAndWriter",
        "writerInterrupted",
        "waitGroup",
        "condition",
        "once",
        "context"
      })
  void nothingGoesWrong(String program) throws InterruptedException {
    Exploration exploration =
        WORKER.explore(
            new Worker.Target(
                List.of(relocated), SyncPrograms.class.getName() + "#" + program, true),
            new Worker.Budget(STRATEGY, 5_000_000, Duration.ofMinutes(20), 100_000, Set.of()));
    assertThat(exploration.limits()).as("left out").allMatch(Meant::isLimit);
    assertThat(exploration.failures()).allMatch(Meant::isRace);
  }
}

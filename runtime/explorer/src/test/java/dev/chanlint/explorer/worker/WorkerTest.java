package dev.chanlint.explorer.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.chanlint.explorer.Exploration;
import dev.chanlint.explorer.Failure;
import dev.chanlint.explorer.Fault;
import dev.chanlint.explorer.Outcome;
import dev.chanlint.explorer.Strategy;
import dev.chanlint.explorer.Worker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A worker gives an answer whatever the code under test does to its JVM. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class WorkerTest {

  private static final Worker.Budget SHORT =
      new Worker.Budget(Strategy.dpor(), 10_000, Duration.ofSeconds(2), 10_000, Set.of());

  private final Worker worker = Worker.withHeap(64);

  @AfterAll
  void close() {
    worker.close();
  }

  private static Worker.Target target(String method) {
    Path classes =
        Path.of(WorkerTest.class.getProtectionDomain().getCodeSource().getLocation().getPath());
    return new Worker.Target(List.of(classes), HardPrograms.class.getName() + method, false);
  }

  private Exploration explore(String method) throws InterruptedException {
    return worker.explore(target(method), SHORT);
  }

  private void assertStillServes() throws InterruptedException {
    Exploration exploration = explore("#fine");
    assertThat(exploration.limits()).isEmpty();
    assertThat(exploration.outcomes()).containsExactly(new Outcome("fine\n", Set.of()));
  }

  @Test
  void explores() throws InterruptedException {
    assertStillServes();
    assertStillServes();
  }

  @Test
  void findsFaultsAndReplaysThem() throws InterruptedException {
    Exploration exploration = explore("#deadlock");
    Failure failure = exploration.failures().getFirst();
    assertThat(failure.fault()).isEqualTo(Fault.DEADLOCK);
    assertThat(failure.sites()).isNotEmpty();
    assertThat(exploration.executed()).isNotEmpty();
    Exploration replayed =
        worker.replay(target("#deadlock"), failure.schedule(), 100, Duration.ofSeconds(20));
    assertThat(replayed.executions()).isEqualTo(100);
    assertThat(replayed.limits()).noneMatch(limit -> limit.contains("otherwise"));
    assertThat(replayed.failures()).extracting(Failure::message).containsExactly(failure.message());
  }

  @Test
  void outOfMemory() throws InterruptedException {
    assertThat(explore("#outOfMemory").limits())
        .containsExactly("the code under test ran out of memory (64 MB)");
    assertStillServes();
  }

  @Test
  void stackOverflowIsAPanic() throws InterruptedException {
    assertThat(explore("#stackOverflow").failures())
        .extracting(Failure::fault)
        .containsExactly(Fault.PANIC);
  }

  @Test
  void aDeadJvmKeepsWhatWasMet() throws InterruptedException {
    Exploration exploration = explore("#raceThenCrash");
    assertThat(exploration.exhausted()).isFalse();
    assertThat(exploration.limits()).singleElement().asString().contains("died with exit status 9");
    assertStillServes();
  }

  @Test
  void noise() throws InterruptedException {
    Exploration exploration = explore("#noise");
    assertThat(exploration.limits()).isEmpty();
    assertThat(exploration.exhausted()).isTrue();
  }

  @Test
  void hang() throws InterruptedException {
    Worker.Budget budget =
        new Worker.Budget(Strategy.dpor(), 10, Duration.ofMillis(100), 10_000, Set.of());
    assertThat(worker.explore(target("#hang"), budget).limits())
        .singleElement()
        .asString()
        .startsWith("the code under test hangs");
    assertStillServes();
  }

  @ParameterizedTest
  @CsvSource({"spins, LIVELOCK", "daemons, LEAK"})
  void whatNeverEndsIsAFault(String method, Fault fault) throws InterruptedException {
    assertThat(explore("#" + method).failures()).extracting(Failure::fault).contains(fault);
    assertStillServes();
  }

  @ParameterizedTest
  @CsvSource({
    "swallowsAll, exits the JVM at HardPrograms.java:",
    "forks, starts a process at HardPrograms.java:",
    "meddles, meddles with what explores it at HardPrograms.java:",
    "meddlesByReflection, meddles with what explores it",
  })
  void whatIsRefusedIsNamed(String method, String reason) throws InterruptedException {
    Exploration exploration = explore("#" + method);

    assertThat(exploration.limits()).singleElement().asString().startsWith(reason);
    assertThat(exploration.isUnderControl()).isFalse();
    assertStillServes();
  }

  @Test
  void whatIsAllowedIsDone() throws InterruptedException {
    Worker.Target allowed =
        new Worker.Target(
            target("#fine").classPath(),
            HardPrograms.class.getName() + "#listens",
            List.of(),
            false,
            List.of("net"));

    assertThat(worker.explore(allowed, SHORT).limits()).isEmpty();
    assertThat(explore("#listens").limits())
        .singleElement()
        .asString()
        .startsWith("opens a socket");
  }

  @Test
  void whatCannotBeAllowedIsSaid() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Worker.Target(List.of(), "X", List.of(), true, List.of("all")))
        .withMessageContaining("cannot allow 'all'");
  }

  @Test
  void aMistakeInTheEntryIsSaid() throws InterruptedException {
    assertThat(explore("#nothing").limits())
        .containsExactly(
            HardPrograms.class.getName() + " has no method nothing without parameters");
    assertThat(explore("Missing#x").limits())
        .containsExactly("no class " + HardPrograms.class.getName() + "Missing on the class path");
  }
}

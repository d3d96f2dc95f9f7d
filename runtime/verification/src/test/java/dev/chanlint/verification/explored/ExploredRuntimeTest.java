package dev.chanlint.verification.explored;

import static org.assertj.core.api.Assertions.assertThat;

import com.softwaremill.jox.Channel;
import dev.chanlint.explorer.Exploration;
import dev.chanlint.explorer.Failure;
import dev.chanlint.explorer.Fault;
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
import java.util.Map;
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
 * The runtime's code as it ships, under every schedule of a few threads with a few preemptions. Of
 * channels, select and waiting, each history that comes of it is linearizable; with locks, wait
 * groups, conditions and contexts, nobody is let in too soon, and nobody left waiting; a timer
 * fires, or is stopped.
 */
@Timeout(2_400)
final class ExploredRuntimeTest {

  private static final Strategy STRATEGY = Strategy.bounded(Effort.scale(1, 2));

  /** Three threads have ten times as many schedules as two. */
  private static final int MOST_THREADS = Effort.scale(2, 3);

  private static final int CAPACITIES = Effort.scale(2, 3);

  /**
   * Of how many programs one is run in a sample; odd, since those of channels come with two
   * capacities each.
   */
  private static final int SAMPLED = 3;

  /** Where preemptions are bounded, none has as many, unless something goes wrong. */
  private static final long MOST = 5_000_000;

  /** Beyond that, a program has too many schedules to run them all. */
  private static final long MOST_OF_WHOLE = 400_000;

  private static final List<Object> SAMPLE_OF_WHOLE = List.of(SmallPrograms.TRY_RECEIVE, 1);

  /** Where a field is written and read without order, and why that does no harm. */
  private static final Map<String, String> MEANT_RACES =
      Map.of(
          "SpinLock.lastUser", "a thread that reads its own id has written it",
          "Patience.handedOn", "an old value is as good");

  @TempDir private static Path relocated;

  /** The same for a machine with one processor. */
  @TempDir private static Path onOneProcessor;

  private static final Worker WORKER = Worker.create();

  @BeforeAll
  static void relocate() throws IOException {
    List<Class<?>> classes = List.of(Chan.class, Performer.class, Play.class);
    Relocated.write(classes, relocated);
    Relocated.writeForOneProcessor(classes, onOneProcessor);
  }

  @AfterAll
  static void endWorker() {
    WORKER.close();
  }

  private static Stream<Arguments> programs() {
    return sample(programs(program -> true).toList());
  }

  private static Stream<Arguments> programsThatOnlyWait() {
    return sample(programs(SmallPrograms::onlyWaits).toList());
  }

  /** In Jox a select may name a channel once. */
  private static Stream<Arguments> programsOfJox() {
    return sample(programs(program -> program.onlyWaits() && !program.offersBothWays()).toList());
  }

  private static <T> Stream<T> sample(List<T> all) {
    return IntStream.range(0, all.size())
        .filter(i -> i % Effort.scale(SAMPLED, 1) == 0)
        .mapToObj(all::get);
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
    check(Histories.of(WORKER, program, "onRuntime", List.of(relocated), STRATEGY, MOST));
  }

  private static Stream<Arguments> wholePrograms() {
    return programs(program -> program.size() == 2)
        .filter(a -> Effort.asked() == Effort.FULL || SAMPLE_OF_WHOLE.equals(List.of(a.get())));
  }

  /** On one processor most programs of two threads have few enough schedules to run them all. */
  @ParameterizedTest
  @MethodSource("wholePrograms")
  void everyHistoryOfEveryScheduleIsExplained(SmallPrograms small, int capacity)
      throws InterruptedException {
    checkWhole(small, capacity, "onRuntime");
    if (small.onlyWaits()) {
      checkWhole(small, capacity, "onRuntimeInterrupted");
    }
  }

  private static void checkWhole(SmallPrograms small, int capacity, String play)
      throws InterruptedException {
    Program program = small.with(capacity);
    Histories histories =
        Histories.of(
            WORKER, program, play, List.of(onOneProcessor), Strategy.dpor(), MOST_OF_WHOLE);
    boolean whole = histories.exploration().exhausted();
    System.out.printf(
        "%s, capacity %d, %s: %,d executions%s%n",
        small,
        capacity,
        play,
        histories.exploration().executions(),
        whole ? ", all that differ" : ", and there are more");
    if (whole) {
      check(histories);
    } else {
      checkHistories(histories);
    }
  }

  @ParameterizedTest
  @MethodSource("programsThatOnlyWait")
  void everyHistoryWithAnInterruptIsExplained(SmallPrograms small, int capacity)
      throws InterruptedException {
    Program program = small.with(capacity);
    check(
        Histories.of(WORKER, program, "onRuntimeInterrupted", List.of(relocated), STRATEGY, MOST));
  }

  /** Jox's own tests sample its schedules; it is here as code that others wrote. */
  @ParameterizedTest
  @MethodSource("programsOfJox")
  void everyHistoryOfJoxIsExplained(SmallPrograms small, int capacity) throws InterruptedException {
    Program program = small.with(capacity);
    List<Path> classPath =
        Stream.of(Channel.class, Performer.class, Play.class).map(Relocated::home).toList();
    check(Histories.of(WORKER, program, "onJox", classPath, STRATEGY, MOST));
  }

  static Stream<String> programsOfSync() {
    List<String> all =
        List.of(
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
            "context");
    return sample(all);
  }

  @ParameterizedTest
  @MethodSource("programsOfSync")
  void nobodyIsLetInTooSoonNorLeftWaiting(String program) throws InterruptedException {
    Exploration exploration = explore(SyncPrograms.class, program, STRATEGY);
    assertThat(exploration.limits()).as("left out").allMatch(limit -> isMeant(limit));
    assertThat(exploration.failures()).allMatch(ExploredRuntimeTest::isMeant);
  }

  static Stream<String> programsOfTime() {
    return Stream.of("functionStopped", "timer", "timerStopped", "timerReset", "deadline")
        .limit(Effort.scale(2, 5));
  }

  @ParameterizedTest
  @MethodSource("programsOfTime")
  void timersFireOrAreStopped(String program) throws InterruptedException {
    Exploration exploration = explore(TimePrograms.class, program, Strategy.bounded(1));
    assertThat(exploration.limits()).as("left out").allMatch(limit -> isMeant(limit));
    assertThat(exploration.failures())
        .allMatch(failure -> isMeant(failure) || isLeftBehind(failure));
  }

  private static Exploration explore(Class<?> programs, String program, Strategy strategy)
      throws InterruptedException {
    String entry = programs.getName() + "#" + program;
    return WORKER.explore(
        new Worker.Target(List.of(relocated), entry, List.of(), true, List.of("property")),
        Histories.budget(strategy, MOST));
  }

  private static void check(Histories histories) {
    assertThat(histories.exploration().limits()).as("left out").allMatch(limit -> isMeant(limit));
    checkHistories(histories);
  }

  private static void checkHistories(Histories histories) {
    assertThat(histories.unexplained()).isEmpty();
    assertThat(histories.failures()).allMatch(ExploredRuntimeTest::isMeant);
    assertThat(histories.all()).isNotEmpty();
  }

  /** Who spins for a lock need not be kept spinning while its holder waits for ever. */
  private static boolean isMeant(String limit) {
    return limit.startsWith("schedules with more preemptions")
        || limit.startsWith("schedules that keep a goroutine waiting");
  }

  /** The clock's thread never ends, and a function that it has started need not have. */
  private static boolean isLeftBehind(Failure failure) {
    return failure.fault() == Fault.ABANDONED
        || failure.fault() == Fault.LEAK && failure.message().contains("[ThreadPoolExecutor idle]");
  }

  private static boolean isMeant(Failure failure) {
    return failure.fault() == Fault.RACE
        && MEANT_RACES.keySet().stream()
            .anyMatch(field -> failure.message().startsWith("data race on " + field + ":"));
  }
}

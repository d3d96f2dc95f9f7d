package dev.chanlint.conformance.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.chanlint.explorer.search.DepthFirst;
import dev.chanlint.explorer.search.Dpor;
import java.io.IOException;
import java.lang.Thread.UncaughtExceptionHandler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever Go shows, and whatever the production engine shows, is among what the explorer lists.
 *
 * <p>How many programs are made, the seed of the first (each next one has the next seed) and how
 * often each is run in Go are set by system properties. A failure names the seed of its program.
 */
final class DifferentialTest {

  private static final String PROPERTY = "chanlint.differential.";
  private static final int PROGRAMS = Integer.getInteger(PROPERTY + "programs", 25);
  private static final long SEED = Long.getLong(PROPERTY + "seed", 1);

  /** How many programs are compiled at once. */
  private static final int BATCH = Math.min(PROGRAMS, 100);

  /** How many executions a program may take; larger ones are passed over. */
  private static final int LARGEST = 5_000;

  /** How many interleavings a program may have for all of them to be run. */
  private static final int MOST_INTERLEAVINGS = 2_000;

  private static final int RUNS_IN_GO = Integer.getInteger(PROPERTY + "runs", 10);
  private static final int RUNS_FOR_REAL = RUNS_IN_GO / 2;

  @TempDir private static Path folder;

  private static final List<Explored> EXPLORED = new ArrayList<>();
  private static final List<String> SUMMARY = new ArrayList<>();
  private static int passedOver;

  /**
   * A program and what the explorer lists.
   *
   * @param source the program
   * @param compiled its Java
   * @param listed how its executions can end
   */
  private record Explored(Source source, JavaProgram compiled, Set<Outcome> listed) {

    boolean lists(Outcome shown) {
      return listed.stream().anyMatch(shown::isSeenOf);
    }

    /** Whether it lists what Go shows, as far as Go notices misuse. */
    boolean listsOfGo(Outcome shown) {
      return lists(shown) || listed.stream().anyMatch(shown::goesOnAfterMisuse);
    }

    /** What there is to say of outcomes that are not listed. */
    String complaint(String who, List<Outcome> shown) {
      return """

          %1$s shows what the explorer does not list; run again with -D%2$sseed=%3$d -D%2$sprograms=1
          shown:
          %4$s
          listed:
          %5$s

          %6$s
          %7$s
          """
          .formatted(
              who,
              PROPERTY,
              source.seed(),
              lines(shown),
              lines(listed),
              GoPrinter.file(List.of(source)),
              JavaPrinter.file(source));
    }

    private static String lines(Iterable<Outcome> outcomes) {
      List<String> lines = new ArrayList<>();
      outcomes.forEach(outcome -> lines.add("  " + outcome));
      return String.join("\n", lines);
    }
  }

  /** Runs a program once. */
  @FunctionalInterface
  private interface Run {
    Outcome of(int program, int run)
        throws IOException, ReflectiveOperationException, InterruptedException;
  }

  @BeforeAll
  static void explore() throws IOException, ReflectiveOperationException {
    for (long seed = SEED; EXPLORED.size() < PROGRAMS; seed += BATCH) {
      List<Source> sources =
          LongStream.range(seed, seed + BATCH).mapToObj(Generator::program).toList();
      List<JavaProgram> programs = JavaProgram.compile(sources, folder.resolve("" + seed));
      for (int i = 0; i < BATCH && EXPLORED.size() < PROGRAMS; i++) {
        explore(sources.get(i), programs.get(i));
      }
    }
  }

  private static void explore(Source source, JavaProgram program)
      throws IOException, ReflectiveOperationException {
    program
        .explore(new Dpor(), LARGEST)
        .ifPresentOrElse(
            listed -> EXPLORED.add(new Explored(source, program, listed)), () -> passedOver++);
  }

  @Test
  void explorerListsWhatGoShows() throws Exception {
    assumeTrue(GoPrograms.canBeCompiled(), "there is no Go toolchain on the PATH");
    GoPrograms programs = new GoPrograms(EXPLORED.stream().map(Explored::source).toList(), folder);
    compare("Go", RUNS_IN_GO, programs::run, Explored::listsOfGo);
  }

  /** What a program leaves behind may still die. */
  @Test
  void explorerListsWhatTheProductionEngineShows() throws Exception {
    UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler((thread, e) -> {});
    try {
      compare(
          "The production engine",
          RUNS_FOR_REAL,
          (program, run) -> EXPLORED.get(program).compiled.run(),
          Explored::lists);
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(before);
    }
  }

  private static void compare(String who, int runs, Run run, BiPredicate<Explored, Outcome> lists)
      throws Exception {
    List<String> complaints = new ArrayList<>();
    int shownInAll = 0;
    int listedInAll = 0;
    for (int i = 0; i < EXPLORED.size(); i++) {
      Explored explored = EXPLORED.get(i);
      Set<Outcome> shown = new HashSet<>();
      for (int j = 0; j < runs; j++) {
        shown.add(run.of(i, j));
      }
      List<Outcome> unlisted = shown.stream().filter(o -> !lists.test(explored, o)).toList();
      if (!unlisted.isEmpty()) {
        complaints.add(explored.complaint(who, unlisted));
      }
      shownInAll += shown.size();
      listedInAll += explored.listed.size();
    }
    SUMMARY.add(
        "%s: %d programs, each run %d times: %d outcomes shown, %d listed, %d programs show others"
            .formatted(who, EXPLORED.size(), runs, shownInAll, listedInAll, complaints.size()));
    assertThat(complaints).isEmpty();
  }

  /** Of every tenth program. */
  @Test
  void allInterleavingsEndAsTheExplorerLists() throws Exception {
    for (int i = 0; i < EXPLORED.size(); i += 10) {
      Explored explored = EXPLORED.get(i);
      explored
          .compiled
          .explore(DepthFirst.naive(), MOST_INTERLEAVINGS)
          .ifPresent(
              all ->
                  assertThat(explored.listed)
                      .as(() -> explored.complaint("Running all interleavings", List.of()))
                      .isEqualTo(all));
    }
  }

  @AfterAll
  static void report() throws IOException {
    SUMMARY.addFirst("passed over, for they have too many executions: %d".formatted(passedOver));
    Files.write(Path.of("target", "differential.txt"), SUMMARY);
  }
}

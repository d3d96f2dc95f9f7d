package dev.chanlint.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Measures all peers side by side: round by round, row by row, one peer after another, each in a
 * process of its own, so that what the machine does besides meets all of them. Prints a table of
 * medians.
 */
@Command(
    name = "runtime/benchmarks/run",
    mixinStandardHelpOptions = true,
    description = "Measures the runtime beside its peers and prints a Markdown table of ns/op.")
final class Comparison implements Callable<Integer> {

  private static final String GO = "Go";
  private static final String OTHER = "chanlint, other build";
  private static final String PARKED = "bytes per parked goroutine, %,d of them";
  private static final String RESIDENT = "kilobytes resident then";

  /** JMH uses a class that this JDK warns of. */
  private static final String QUIET = "--sun-misc-unsafe-memory-access=allow";

  @Option(
      names = "--rows",
      split = ",",
      description = "Which rows: ${COMPLETION-CANDIDATES}. All if not given.")
  private Set<Row> rows = EnumSet.allOf(Row.class);

  @Option(
      names = "--peers",
      split = ",",
      description =
          "Beside whom: ${COMPLETION-CANDIDATES}; CHANLINT is always in. All if not given.")
  private Set<Peer> peers = EnumSet.allOf(Peer.class);

  @Option(
      names = "--go",
      paramLabel = "PROGRAM",
      description = "The programs in Go, built; without it Go is left out.")
  private @Nullable Path go;

  @Option(
      names = "--other",
      paramLabel = "CLASSES",
      description = "Another build of the runtime to measure too: its jar or folder of classes.")
  private @Nullable Path other;

  @Option(
      names = "--rounds",
      description = "How often each is measured. Default: ${DEFAULT-VALUE}.")
  private int rounds = 5;

  @Option(
      names = "--warmup",
      paramLabel = "MILLIS",
      description = "How long each warms up. Default: ${DEFAULT-VALUE}.")
  private int warmupMillis = 1_000;

  @Option(
      names = "--time",
      paramLabel = "MILLIS",
      description =
          "How long each of the 3 iterations of a round takes. Default: ${DEFAULT-VALUE}.")
  private int iterationMillis = 200;

  @Option(
      names = "--park",
      paramLabel = "COUNT",
      description =
          "How many goroutines to park for the rows on memory; 0 for none. Default: ${DEFAULT-VALUE}.")
  private int parked = 1_000_000;

  /** Runs the command. */
  public static void main(String[] args) {
    System.exit(
        new CommandLine(new Comparison()).setCaseInsensitiveEnumValuesAllowed(true).execute(args));
  }

  @Override
  public Integer call() throws IOException, InterruptedException, RunnerException {
    peers.add(Peer.CHANLINT);
    Table table = new Table(columns(), notInTheMean());
    for (int round = 1; round <= rounds; round++) {
      for (Row row : rows) {
        System.err.printf("round %d of %d: %s%n", round, rounds, row.title);
        measure(row, table);
      }
    }
    if (parked > 0) {
      park(table);
    }
    System.out.print(table);
    return 0;
  }

  private List<String> columns() {
    List<String> columns = new ArrayList<>();
    columns.add(Peer.CHANLINT.title);
    if (other != null) {
      columns.add(OTHER);
    }
    if (go != null) {
      columns.add(GO);
    }
    peers.stream().filter(p -> p != Peer.CHANLINT).forEach(p -> columns.add(p.title));
    return columns;
  }

  private static Set<String> notInTheMean() {
    return Set.of(Row.SELECT_DEFAULT.title, Row.LOCK.title, RESIDENT);
  }

  private void measure(Row row, Table table)
      throws IOException, InterruptedException, RunnerException {
    Timing timing =
        new Timing(Duration.ofMillis(warmupMillis), Duration.ofMillis(iterationMillis), 3);
    if (go != null) {
      table.add(row.title, GO, perOperation(row, new GoProcess(go).measure(row, timing)));
    }
    if (other != null) {
      measureOther(row, timing, inPlaceOfOurs(other), table);
    }
    for (Peer peer : peers) {
      if (!peer.rowsWithout().contains(row)) {
        table.add(row.title, peer.title, perOperation(row, measure(row, peer, timing, QUIET)));
      }
    }
  }

  /** A build that fails, as an old one does that has not yet what is called here, has no figure. */
  private static void measureOther(Row row, Timing timing, String jvmArgument, Table table) {
    try {
      List<Double> runs = measure(row, Peer.CHANLINT, timing, jvmArgument);
      table.add(row.title, OTHER, perOperation(row, runs));
    } catch (RunnerException e) {
      System.err.printf("%s, %s: %s%n", OTHER, row.title, e.getMessage());
    }
  }

  /** What has a JVM take classes of the runtime from elsewhere than its class path. */
  private static String inPlaceOfOurs(Path classes) {
    return "-Xbootclasspath/a:" + classes.toAbsolutePath();
  }

  private static List<Double> perOperation(Row row, Collection<Double> perRun) {
    return perRun.stream().map(nanos -> nanos / row.size).toList();
  }

  private static List<Double> measure(Row row, Peer peer, Timing timing, String jvmArgument)
      throws RunnerException {
    Options options =
        new OptionsBuilder()
            .include(Workload.class.getName())
            .param("row", row.name())
            .param("peer", peer.name())
            .forks(1)
            .warmupIterations(2)
            .warmupTime(TimeValue.milliseconds(timing.warmup().toMillis() / 2))
            .measurementIterations(timing.iterations())
            .measurementTime(TimeValue.milliseconds(timing.iteration().toMillis()))
            .jvmArgsAppend(QUIET, jvmArgument)
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT)
            .build();
    RunResult result = new Runner(options).runSingle();
    return result.getAggregatedResult().getIterationResults().stream()
        .map(iteration -> iteration.getPrimaryResult().getScore())
        .toList();
  }

  private void park(Table table) throws IOException, InterruptedException {
    System.err.printf("parking %,d%n", parked);
    if (go != null) {
      addParked(table, GO, new GoProcess(go).park(parked));
    }
    if (other != null) {
      addParked(table, OTHER, park(Peer.CHANLINT, inPlaceOfOurs(other)));
    }
    for (Peer peer : peers) {
      addParked(table, peer.title, park(peer, QUIET));
    }
  }

  private void addParked(Table table, String column, List<Long> figures) {
    table.add(String.format(PARKED, parked), column, List.of((double) figures.get(0)));
    table.add(RESIDENT, column, List.of((double) figures.get(1)));
  }

  private List<Long> park(Peer peer, String jvmArgument) throws IOException, InterruptedException {
    List<String> command =
        Arrays.asList(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            jvmArgument,
            "-cp",
            System.getProperty("java.class.path"),
            Parked.class.getName(),
            peer.name(),
            Integer.toString(parked));
    return Processes.lines(command).stream().map(Long::valueOf).toList();
  }
}

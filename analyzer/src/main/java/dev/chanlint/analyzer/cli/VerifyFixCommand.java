package dev.chanlint.analyzer.cli;

import dev.chanlint.analyzer.confirm.Budget;
import dev.chanlint.analyzer.confirm.Limit;
import dev.chanlint.analyzer.confirm.Run;
import dev.chanlint.analyzer.confirm.search.FixCheck;
import dev.chanlint.analyzer.confirm.search.FixCheck.Result.Fixed;
import dev.chanlint.analyzer.confirm.search.FixCheck.Result.StillThere;
import dev.chanlint.analyzer.confirm.search.FixCheck.Result.Undecided;
import dev.chanlint.analyzer.report.Replay;
import dev.chanlint.explorer.Failure;
import dev.chanlint.explorer.witness.Counts;
import dev.chanlint.explorer.witness.WitnessText;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code chanlint verify-fix}. */
@Command(
    name = "verify-fix",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Run what showed a fault again on changed code, to see whether it is fixed.",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:fixed: every schedule was run, and the fault is gone",
      "1:still there, with a new witness",
      "2:undecided, or it could not be run"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  chanlint verify-fix 'Orders:1:1x3,2,1~2:5f3a' src/main/java",
      "  chanlint verify-fix report.sarif src/main/java"
    })
final class VerifyFixCommand extends EntryCommand {

  @Parameters(
      index = "0",
      paramLabel = "WITNESS",
      description =
          "The replay string of a report, or a report in SARIF: all its confirmed findings.")
  private String witness;

  @Option(
      names = "--budget",
      paramLabel = "TIME",
      converter = TimeConverter.class,
      description = "How long the exploration of one entry point may take. Default: 5s")
  private Duration budget = Budget.DEFAULT.entry().time();

  @SuppressWarnings("NullAway.Init") // picocli sets the options.
  VerifyFixCommand(Services services, Terminal terminal) {
    super(services, terminal);
  }

  @Override
  public Integer call() throws InterruptedException {
    Set<StoredWitnesses.Stored> stored = StoredWitnesses.of(witness);
    terminal().progress("reading sources");
    Map<StoredWitnesses.Stored, FixCheck.Result> results = new LinkedHashMap<>();
    try (Sandbox sandbox = sandbox()) {
      for (StoredWitnesses.Stored one : stored) {
        List<Path> classPath = classPathOf(one.entry());
        terminal().progress("exploring " + one.entry());
        results.put(
            one,
            new FixCheck(
                    sandbox.explorer(classPath),
                    new Limit(budget, Budget.DEFAULT.entry().executions()))
                .check(one.entry(), one.faults()));
      }
    }
    terminal().endProgress();
    results.forEach(this::report);
    return status(results);
  }

  private void report(StoredWitnesses.Stored stored, FixCheck.Result result) {
    PrintWriter out = spec().commandLine().getOut();
    switch (result) {
      case Fixed(Run run) ->
          out.println(
              stored.title() + ": fixed: every schedule was run" + executions(run) + others(run));
      case Undecided(Run run, String reason) ->
          out.println(stored.title() + ": undecided: " + reason + executions(run));
      case StillThere(Run run, Failure failure) -> {
        out.println(stored.title() + ": still there" + executions(run));
        out.print(WitnessText.render(failure, AnsiPainter.of(terminal().ansi())));
        out.println(
            "replay: "
                + new Replay(Chanlint.commandName(), words())
                    .commandLine(run.entry(), failure.schedule(), paths()));
      }
    }
    out.flush();
  }

  private static String executions(Run run) {
    return " (" + Counts.of(run.exploration().executions(), "execution") + ")";
  }

  /** What was met instead. */
  private static String others(Run run) {
    String faults =
        run.exploration().failures().stream()
            .map(failure -> failure.fault().name().toLowerCase(Locale.ROOT))
            .distinct()
            .collect(Collectors.joining(", "));
    return faults.isEmpty() ? "" : "; met instead: " + faults;
  }

  private static int status(Map<StoredWitnesses.Stored, FixCheck.Result> results) {
    if (results.values().stream().anyMatch(StillThere.class::isInstance)) {
      return Exit.FINDINGS;
    }
    return results.values().stream().allMatch(Fixed.class::isInstance) ? Exit.CLEAN : Exit.FAILED;
  }
}

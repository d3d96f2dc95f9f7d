package dev.chanlint.analyzer.cli;

import dev.chanlint.analyzer.report.Replay;
import dev.chanlint.explorer.Exploration;
import dev.chanlint.explorer.Failure;
import dev.chanlint.explorer.Fault;
import dev.chanlint.explorer.Schedule;
import dev.chanlint.explorer.witness.Counts;
import dev.chanlint.explorer.witness.WitnessText;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code chanlint replay}. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Run a program or a test once more under the schedule of a witness.",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:the schedule was run and met no fault",
      "1:the schedule was run and met a fault, the same each time",
      "2:it could not be run, or did not end the same each time"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  chanlint replay 'Orders:1:1x3,2,1~2:5f3a' src/main/java",
      "  chanlint replay '1:1x3,2,1~2:5f3a' --main Orders --times 100 src/main/java"
    })
final class ReplayCommand extends EntryCommand {

  @Parameters(
      index = "0",
      paramLabel = "SCHEDULE",
      description = "The replay string of a report; a bare schedule if --main is given.")
  private String schedule;

  @Option(
      names = "--main",
      paramLabel = "CLASS[#METHOD]",
      description = "The class whose main is run, or the test method.")
  private @Nullable String main;

  @Option(
      names = "--times",
      paramLabel = "N",
      description = "How often to run it. Default: ${DEFAULT-VALUE}")
  private int times = 1;

  @SuppressWarnings("NullAway.Init") // picocli sets the options.
  ReplayCommand(Services services, Terminal terminal) {
    super(services, terminal);
  }

  @Override
  public Integer call() throws InterruptedException {
    if (times < 1) {
      throw new UserException("--times " + times + ": it must be run once at least");
    }
    Replay.Instruction instruction = instruction();
    terminal().progress("reading sources");
    List<Path> classpath = classPathOf(instruction.entry());
    List<Exploration> runs = new ArrayList<>();
    try (Sandbox sandbox = sandbox()) {
      for (int i = 1; i <= times; i++) {
        terminal().progress("replaying, run " + i + " of " + times);
        runs.add(inFull(sandbox.replay(classpath, instruction.entry(), instruction.schedule())));
      }
    }
    terminal().endProgress();
    return report(runs);
  }

  /** That a run which could not be brought to its end shows no fault says nothing. */
  private static Exploration inFull(Exploration run) {
    if (!run.isUnderControl() && run.failures().isEmpty()) {
      throw new UserException(String.join("; ", run.limits()));
    }
    return run;
  }

  private Replay.Instruction instruction() {
    try {
      return main == null
          ? Replay.parse(schedule)
          : new Replay.Instruction(main, new Schedule(schedule));
    } catch (IllegalArgumentException e) {
      throw new UserException(e.getMessage() + hint(), e);
    }
  }

  /** What may have been meant by something that is no replay string. */
  private String hint() {
    if (StoredWitnesses.file(schedule).isPresent()) {
      return "; chanlint verify-fix reads reports";
    }
    return schedule.matches("\\d.*") ? "; a schedule alone needs --main CLASS" : "";
  }

  private int report(List<Exploration> runs) {
    PrintWriter out = spec().commandLine().getOut();
    List<Failure> failures = runs.getFirst().failures();
    for (Failure failure : failures) {
      out.print(WitnessText.render(failure, AnsiPainter.of(terminal().ansi())));
    }
    long same = runs.stream().filter(run -> faults(run).equals(faults(runs.getFirst()))).count();
    String faults =
        failures.isEmpty()
            ? "no fault"
            : faults(runs.getFirst()).stream()
                .map(fault -> fault.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    out.println(
        "replayed " + Counts.of(times, "time") + ": " + faults + " in " + same + " of " + times);
    out.flush();
    if (same < runs.size()) {
      return Exit.FAILED;
    }
    return failures.isEmpty() ? Exit.CLEAN : Exit.FINDINGS;
  }

  private static Set<Fault> faults(Exploration run) {
    return run.failures().stream()
        .map(Failure::fault)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Fault.class)));
  }
}

package dev.chanlint.analyzer.cli;

import dev.chanlint.analyzer.cache.Key;
import dev.chanlint.analyzer.cache.Store;
import dev.chanlint.analyzer.confirm.Budget;
import dev.chanlint.analyzer.confirm.Confirmation;
import dev.chanlint.analyzer.confirm.Judged;
import dev.chanlint.analyzer.project.Island;
import dev.chanlint.analyzer.report.HtmlReport;
import dev.chanlint.analyzer.report.Note;
import dev.chanlint.analyzer.report.Replay;
import dev.chanlint.analyzer.report.Report;
import dev.chanlint.analyzer.report.SarifReport;
import dev.chanlint.analyzer.report.TextReport;
import dev.chanlint.model.ProgramModel;
import dev.chanlint.rules.Finding;
import dev.chanlint.rules.Rule;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code chanlint check}. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Look for mistakes, and run the code to confirm or refute each.",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:no findings at or above --fail-on",
      "1:findings at or above --fail-on",
      "2:could not analyse"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  chanlint check src/main/java",
      "  chanlint check src --classes target/classes --classpath lib/a.jar:lib/b.jar",
      "  chanlint check src --format text --format sarif=report.sarif"
    })
final class CheckCommand implements Callable<Integer> {

  private final Services services;
  private final Terminal terminal;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "PATH",
      arity = "1..*",
      description = "Java source files, or folders of them.")
  private List<String> paths = new ArrayList<>();

  @Mixin private ProgramOptions program = new ProgramOptions();

  @Option(
      names = "--format",
      paramLabel = "FORMAT[=FILE]",
      converter = Output.Converter.class,
      description = {
        "How to report: text, sarif or html; to standard output if no file is given.",
        "May be repeated. Default: text"
      })
  private List<Output> outputs = new ArrayList<>();

  @Option(
      names = "--fail-on",
      paramLabel = "VERDICT",
      description =
          "Which findings make the exit status 1: confirmed, undecided (those and confirmed ones),"
              + " any, never. Default: ${DEFAULT-VALUE}")
  private FailOn failOn = FailOn.CONFIRMED;

  @Option(names = "--show-refuted", description = "Report refuted findings too.")
  private boolean showRefuted;

  @Option(
      names = "--budget",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description = "How long the exploration of one entry point may take. Default: 5s")
  private Duration budget = Budget.DEFAULT.time();

  @SuppressWarnings("NullAway.Init") // picocli sets the options.
  CheckCommand(Services services, Terminal terminal) {
    this.services = services;
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    long begin = System.nanoTime();
    terminal.progress("reading sources");
    Store clean = program.isCached() ? clean() : Store.none();
    List<Loaded> programs = program.load(paths, services, clean);
    List<Judged> judged = judge(programs);
    List<Note> notes = notes(programs);
    keepClean(programs, judged, notes, clean);
    Report report =
        new Report(
            judged,
            notes,
            Catalog.of(services),
            new Replay(Chanlint.commandName(), program.words()),
            programs.stream().mapToInt(Loaded::files).sum(),
            Duration.ofNanos(System.nanoTime() - begin),
            Chanlint.version());
    terminal.endProgress();
    write(report);
    return judged.stream().anyMatch(failOn::includes) ? Exit.FINDINGS : Exit.CLEAN;
  }

  /** What is clean is so by these rules. */
  private Store clean() {
    Key.Builder rules = new Key.Builder("rules");
    services.rules().forEach(rule -> rules.add(rule.id()));
    return Store.in(Store.userFolder().resolve("clean").resolve(rules.build().name()));
  }

  /** What has neither findings nor gaps need not be looked at again. */
  private static void keepClean(
      List<Loaded> programs, List<Judged> judged, List<Note> notes, Store clean) {
    Set<String> unclean = new HashSet<>();
    judged.forEach(one -> unclean.add(one.finding().at().file()));
    notes.forEach(note -> unclean.add(note.file()));
    for (Loaded loaded : programs) {
      for (Island island : loaded.islands()) {
        if (island.files().stream().noneMatch(file -> unclean.contains(file.name()))) {
          clean.keep(island.key(), new byte[0]);
        }
      }
    }
  }

  private List<Judged> judge(List<Loaded> programs) throws InterruptedException {
    try (Sandbox sandbox = services.sandbox(program.sandbox());
        ExecutorService workers =
            Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
      List<Judged> judged = new ArrayList<>();
      for (Loaded loaded : programs) {
        judged.addAll(judge(loaded, sandbox, workers));
      }
      return judged;
    }
  }

  private List<Judged> judge(Loaded loaded, Sandbox sandbox, ExecutorService workers)
      throws InterruptedException {
    terminal.progress("looking for mistakes");
    return new Confirmation(
            loaded.scope(),
            loaded.program(),
            services.rules().stream().collect(Collectors.toMap(Rule::id, Function.identity())),
            sandbox.explorer(loaded.classpath()),
            new Budget(budget, Budget.DEFAULT.executions()),
            workers,
            (entry, explored, all) ->
                terminal.progress("exploring " + entry + " (" + (explored + 1) + "/" + all + ")"))
        .judge(Suppressions.apply(loaded.program(), findings(loaded)));
  }

  private List<Finding> findings(Loaded loaded) {
    ProgramModel model = ProgramModel.of(loaded.program());
    return services.rules().stream()
        .flatMap(rule -> rule.check(model).stream())
        .sorted(Comparator.comparing(Finding::at).thenComparing(Finding::rule))
        .toList();
  }

  private static List<Note> notes(List<Loaded> programs) {
    return programs.stream()
        .flatMap(loaded -> loaded.program().gaps().stream())
        .map(gap -> new Note(gap.at().file(), gap.at().line(), gap.at().column(), gap.what()))
        .distinct()
        .toList();
  }

  private void write(Report report) {
    List<Output> all = outputs.isEmpty() ? List.of(Output.DEFAULT) : outputs;
    for (Output output : all) {
      Optional<String> file = output.file();
      if (file.isPresent()) {
        TextFiles.write(Path.of(file.get()), render(output, report, Ansi.OFF));
      } else {
        spec.commandLine().getOut().print(render(output, report, terminal.ansi()));
        spec.commandLine().getOut().flush();
      }
    }
  }

  private String render(Output output, Report report, Ansi ansi) {
    return switch (output.format()) {
      case TEXT -> new TextReport(AnsiPainter.of(ansi), showRefuted).render(report);
      case SARIF -> new SarifReport(Path.of(""), showRefuted).render(report);
      case HTML -> new HtmlReport(showRefuted).render(report);
    };
  }
}

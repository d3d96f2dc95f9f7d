package dev.chanlint.analyzer.cli;

import dev.chanlint.analyzer.cache.Store;
import dev.chanlint.analyzer.config.Key;
import dev.chanlint.analyzer.config.Settings;
import dev.chanlint.analyzer.confirm.cache.CachedExplorer;
import dev.chanlint.analyzer.report.Note;
import dev.chanlint.analyzer.report.Output;
import dev.chanlint.analyzer.report.Replay;
import dev.chanlint.analyzer.report.Report;
import dev.chanlint.analyzer.report.RuleInfo;
import dev.chanlint.analyzer.report.Severity;
import dev.chanlint.analyzer.report.View;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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
      "  chanlint check src --format text --format sarif=report.sarif",
      "  chanlint check src --changed-since origin/main --format github"
    })
final class CheckCommand implements Callable<Integer> {

  private static final Note CANCELLED =
      new Note("chanlint", 0, 0, "the check was cancelled: there may be more");

  private final Services services;
  private final Terminal terminal;

  @Spec private CommandSpec spec;

  @Mixin private AnalysisOptions options = new AnalysisOptions();

  @Option(
      names = "--shard",
      paramLabel = "I/N",
      converter = Shard.Converter.class,
      description = {
        "Do the I-th of N shares of the work. Needs --format json=FILE; chanlint merge joins",
        "these to the report on the whole."
      })
  private @Nullable Shard shard;

  @SuppressWarnings("NullAway.Init") // picocli sets the options.
  CheckCommand(Services services, Terminal terminal) {
    this.services = services;
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    long begin = System.nanoTime();
    Map<String, RuleInfo> catalog = Catalog.of(services);
    Configuration configuration = options.configuration(spec, catalog);
    Settings settings = configuration.settings();
    requireFormatOfShards(settings);
    Reports.require(settings.get(Key.FORMAT));
    Selection selection = options.selection(configuration);
    Optional<Unsaved> unsaved = options.unsaved(terminal);
    terminal.progress("reading sources");
    // Shares must be the same on machines that know different things.
    Store clean =
        options.isCached() && share().isWhole()
            ? CleanIslands.in(Store.userFolder(), services)
            : Store.none();
    List<Loaded> programs = options.load(unsaved, services, clean);
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    Baseline baseline =
        settings.get(Key.BASELINE).map(Path::of).map(Baseline::read).orElse(Baseline.EMPTY);
    Report opening =
        new Report(
            List.of(),
            view(settings),
            List.of(),
            catalog,
            new Replay(Chanlint.commandName(), options.words(settings)),
            owned(programs).map(i -> programs.get(i).files()).sum(),
            Optional.empty(),
            Chanlint.version(),
            unsaved.map(one -> Map.of(one.name(), one.text())).orElse(Map.of()));
    Reports reports = new Reports(terminal, spec.commandLine().getOut());
    Optional<Live> live =
        shard == null ? reports.live(opening, settings.get(Key.FORMAT)) : Optional.empty();
    Analysis.Outcome outcome =
        new Analysis(
                services,
                terminal::progress,
                settings,
                selection,
                baseline,
                share(),
                options.sandbox(settings),
                options.found(settings),
                kept(settings, selection, baseline, unsaved))
            .of(programs, result -> live.ifPresent(one -> one.tell(result)));
    List<Note> notes = new ArrayList<>(outcome.notes());
    if (outcome.cancelled()) {
      notes.add(CANCELLED);
    } else if (isWhole(settings, selection)) {
      remember(programs, outcome, setting(settings, baseline), clean);
    }
    if (shard == null && selection.isWhole() && !outcome.cancelled()) {
      notes.addAll(baseline.notes(settings.get(Key.BASELINE).orElse(""), outcome.results()));
    }
    Report report =
        opening.with(outcome.results(), notes, Duration.ofNanos(System.nanoTime() - begin));
    write(report, settings.get(Key.FORMAT), reports, live);
    return shard == null ? status(report, settings) : Exit.CLEAN;
  }

  /** Whether all is looked at, by all rules. */
  private boolean isWhole(Settings settings, Selection selection) {
    return selection.isWhole()
        && settings.get(Key.RULE).isEmpty()
        && settings.get(Key.ENTRY_POINT).isEmpty();
  }

  /** What is known of programs as they are; nothing where not all is looked at. */
  private KeptResults kept(
      Settings settings, Selection selection, Baseline baseline, Optional<Unsaved> unsaved) {
    boolean bounded =
        settings.keys().contains(Key.FINDING_BUDGET) || settings.keys().contains(Key.TOTAL_BUDGET);
    return options.isCached()
            && isWhole(settings, selection)
            && !bounded
            && settings.get(Key.ALLOW).isEmpty()
            && unsaved.isEmpty()
        ? new KeptResults(KeptResults.in(Store.userFolder()), setting(settings, baseline))
        : KeptResults.NONE;
  }

  /** What results depend on beside the programs. */
  private List<String> setting(Settings settings, Baseline baseline) {
    return List.of(
        Catalog.of(services).keySet().stream().sorted().toList().toString(),
        settings.get(Key.BUDGET).toString(),
        settings.get(Key.FINDING_BUDGET).toString(),
        settings.get(Key.TOTAL_BUDGET).toString(),
        settings.get(Key.ALLOW).toString(),
        baseline.toString(),
        CachedExplorer.tool());
  }

  /** Keeps what is clean; of a share's, what can be kept together with the other shares'. */
  private void remember(
      List<Loaded> programs, Analysis.Outcome outcome, List<String> setting, Store clean) {
    SortedSet<String> unclean = CleanIslands.unclean(outcome.results(), outcome.notes());
    if (share().isWhole()) {
      CleanIslands.keep(programs.stream().flatMap(CleanIslands.Area::of).toList(), unclean, clean);
    } else if (options.isCached()) {
      ShareRecord.of(share(), programs, setting, unclean, outcome.parts())
          .ifPresent(record -> record.keepIn(ShareRecord.in(Store.userFolder())));
    }
  }

  private Shard share() {
    return shard == null ? Shard.WHOLE : shard;
  }

  private void requireFormatOfShards(Settings settings) {
    if (shard != null
        && settings.get(Key.FORMAT).stream()
            .noneMatch(output -> output.format() == Output.Format.JSON)) {
      throw new UserException("--shard: chanlint merge reads --format json=FILE, which is missing");
    }
  }

  /** What is to be joined with others has all there is; what is shown is decided then. */
  private void write(Report report, List<Output> outputs, Reports reports, Optional<Live> live) {
    for (Output output : outputs) {
      Optional<Live> begun = live.filter(one -> one.writes(output));
      boolean isPart = shard != null && output.format() == Output.Format.JSON;
      begun.ifPresentOrElse(
          one -> one.end(report),
          () -> reports.write(isPart ? report.seenBy(View.ALL) : report, output));
    }
  }

  static View view(Settings settings) {
    return new View(
        settings.get(Key.SHOW_REFUTED),
        settings.get(Key.SHOW_SUPPRESSED),
        Severity.of(settings.get(Key.MIN_LEVEL)));
  }

  static int status(Report report, Settings settings) {
    return report.shown().stream().anyMatch(settings.get(Key.FAIL_ON)::includes)
        ? Exit.FINDINGS
        : Exit.CLEAN;
  }

  private IntStream owned(List<Loaded> programs) {
    return IntStream.range(0, programs.size()).filter(share()::speaksFor);
  }
}

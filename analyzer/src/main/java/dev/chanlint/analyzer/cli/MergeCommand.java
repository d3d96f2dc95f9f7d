package dev.chanlint.analyzer.cli;

import dev.chanlint.analyzer.cache.Store;
import dev.chanlint.analyzer.config.Key;
import dev.chanlint.analyzer.config.Settings;
import dev.chanlint.analyzer.report.JsonLines;
import dev.chanlint.analyzer.report.Note;
import dev.chanlint.analyzer.report.Replay;
import dev.chanlint.analyzer.report.Report;
import dev.chanlint.analyzer.report.Result;
import dev.chanlint.analyzer.report.RuleInfo;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code chanlint merge}. */
@Command(
    name = "merge",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Join the reports of shares or modules to the one on the whole, and the caches of shares.",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:no findings at or above --fail-on",
      "1:findings at or above --fail-on",
      "2:could not join"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  chanlint check src --shard 1/2 --format json=1.jsonl",
      "  chanlint check src --shard 2/2 --format json=2.jsonl",
      "  chanlint merge 1.jsonl 2.jsonl --format text --format sarif=report.sarif"
    })
final class MergeCommand implements Callable<Integer> {

  private final Services services;
  private final Terminal terminal;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "What --format json=FILE wrote for the shares, in any order.")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The configuration. Default: the next chanlint.toml upward from here")
  private @Nullable Path config;

  @Option(
      names = "--cache",
      paramLabel = "DIR",
      description = {
        "What a share kept in its $XDG_CACHE_HOME/chanlint; once for each share. They are joined",
        "into the cache here, to what one machine would have kept."
      })
  private List<Path> caches = new ArrayList<>();

  @Option(
      names = "--write-baseline",
      paramLabel = "FILE",
      description = "Write down what is found, as chanlint baseline does.")
  private @Nullable Path writeBaseline;

  @SuppressWarnings("NullAway.Init") // picocli sets the options.
  MergeCommand(Services services, Terminal terminal) {
    this.services = services;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Map<String, RuleInfo> catalog = Catalog.of(services);
    Settings settings =
        Configuration.of(
                Optional.ofNullable(config), List.of(), SettingFlags.read(spec), catalog.keySet())
            .settings();
    Reports.require(settings.get(Key.FORMAT));
    SharedCache.require(caches);
    List<JsonLines.Part> parts = files.stream().map(MergeCommand::read).toList();
    requireKnownRules(parts, catalog);
    List<Result> results =
        Result.distinct(parts.stream().flatMap(part -> part.results().stream()).toList());
    List<Note> notes =
        new ArrayList<>(parts.stream().flatMap(part -> part.notes().stream()).toList());
    settings
        .get(Key.BASELINE)
        .ifPresent(file -> notes.addAll(Baseline.read(Path.of(file)).notes(file, results)));
    Replay replay = parts.getFirst().replay();
    Report report =
        new Report(
            results,
            CheckCommand.view(settings),
            notes,
            catalog,
            replay,
            parts.stream().mapToInt(JsonLines.Part::files).sum(),
            Optional.empty(),
            Chanlint.version(),
            Map.of());
    new Reports(terminal, spec.commandLine().getOut()).write(report, settings.get(Key.FORMAT));
    if (writeBaseline != null) {
      Baseline.of(results).write(writeBaseline);
    }
    SharedCache.join(caches, Store.userFolder(), services);
    return CheckCommand.status(report, settings);
  }

  private static JsonLines.Part read(Path file) {
    try {
      JsonLines.Part part = JsonLines.read(file.toString(), TextFiles.read(file));
      if (!part.version().equals(Chanlint.version())) {
        throw new UserException(
            file + ": written by version " + part.version() + ", this is " + Chanlint.version());
      }
      return part;
    } catch (IllegalArgumentException e) {
      throw new UserException(e);
    }
  }

  private void requireKnownRules(List<JsonLines.Part> parts, Map<String, RuleInfo> catalog) {
    for (int i = 0; i < parts.size(); i++) {
      for (Result result : parts.get(i).results()) {
        if (!catalog.containsKey(result.finding().rule())) {
          throw new UserException(
              files.get(i) + ": unknown rule '" + result.finding().rule() + "'");
        }
      }
    }
  }
}

package dev.chanlint.analyzer.cli;

import dev.chanlint.analyzer.cache.Store;
import dev.chanlint.analyzer.config.Key;
import dev.chanlint.analyzer.report.Result;
import dev.chanlint.analyzer.report.RuleInfo;
import dev.chanlint.explorer.witness.Counts;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code chanlint baseline}. */
@Command(
    name = "baseline",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Write down what is found now, so that from now on only what is new is reported.",
      "Findings are known by what they are about, not by line: moved, reformatted and renamed code",
      "stays known."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {"0:the baseline is written", "2:could not analyse"},
    footerHeading = "%nExamples:%n",
    footer = {
      "  chanlint baseline src/main/java",
      "  chanlint check src/main/java --baseline chanlint-baseline.json",
      "  chanlint baseline src/main/java --prune"
    })
final class BaselineCommand implements Callable<Integer> {

  private final Services services;
  private final Terminal terminal;

  @Spec private CommandSpec spec;

  @Mixin private AnalysisOptions options = new AnalysisOptions();

  @Option(
      names = "--prune",
      description = "Take out what is not found any more, and put nothing in.")
  private boolean prune;

  @SuppressWarnings("NullAway.Init") // picocli sets the options.
  BaselineCommand(Services services, Terminal terminal) {
    this.services = services;
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    Map<String, RuleInfo> catalog = Catalog.of(services);
    Configuration configuration = options.configuration(spec, catalog);
    Path file =
        Path.of(
            configuration
                .settings()
                .get(Key.BASELINE)
                .orElseGet(() -> configuration.base().resolve(Baseline.DEFAULT_NAME).toString()));
    Baseline old = prune ? Baseline.read(file) : Baseline.EMPTY;
    Selection selection = options.selection(configuration);
    terminal.progress("reading sources");
    List<Loaded> programs = options.load(options.unsaved(terminal), services, Store.none());
    Analysis.Outcome outcome =
        new Analysis(
                services,
                terminal,
                configuration.settings(),
                selection,
                old,
                Shard.WHOLE,
                options.sandbox(configuration.settings()),
                options.found(configuration.settings()))
            .of(programs);
    terminal.endProgress();
    if (outcome.cancelled()) {
      throw new InterruptedException();
    }
    List<Result> results = outcome.results();
    Baseline baseline = prune ? old.without(old.stale(results)) : Baseline.of(results);
    baseline.write(file);
    say(file, baseline, old);
    return Exit.CLEAN;
  }

  private void say(Path file, Baseline baseline, Baseline old) {
    int taken = old.findings().size() - baseline.findings().size();
    spec.commandLine()
        .getOut()
        .println(
            file
                + ": "
                + Counts.of(baseline.findings().size(), "finding")
                + (prune ? ", " + taken + " taken out" : ""));
    spec.commandLine().getOut().flush();
  }
}

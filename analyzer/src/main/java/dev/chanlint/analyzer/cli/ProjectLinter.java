package dev.chanlint.analyzer.cli;

import dev.chanlint.analyzer.cache.Store;
import dev.chanlint.analyzer.config.Key;
import dev.chanlint.analyzer.config.Settings;
import dev.chanlint.analyzer.confirm.Verdict;
import dev.chanlint.analyzer.lsp.Linter;
import dev.chanlint.analyzer.lsp.LinterException;
import dev.chanlint.analyzer.lsp.Look;
import dev.chanlint.analyzer.lsp.Ran;
import dev.chanlint.analyzer.report.Result;
import dev.chanlint.analyzer.report.View;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks for mistakes in a project that is being edited. Its configuration and baseline are read
 * each time, as they may be edited too.
 */
final class ProjectLinter implements Linter {

  private final Services services;
  private final ProgramOptions options;
  private final Settings flags;
  private final List<String> paths;
  private @Nullable Opened opened;

  /**
   * Prepares it.
   *
   * @param options how programs are read and run
   * @param flags what the command line sets
   * @param path the project's folder, or its only file
   */
  ProjectLinter(Services services, ProgramOptions options, Settings flags, Path path) {
    this.services = services;
    this.options = options;
    this.flags = flags;
    this.paths = List.of(path.toString());
  }

  /** What the user set for the project, as it is now. */
  private record Wishes(Configuration configuration, Baseline baseline) {

    View view() {
      return CheckCommand.view(configuration.settings());
    }
  }

  @Override
  public Look look(Path file, Map<Path, String> unsaved)
      throws LinterException, InterruptedException {
    try {
      Surroundings around = opened().around(file.toString(), texts(unsaved));
      if (!around.errors().isEmpty()) {
        return new Look.Broken();
      }
      Wishes wishes = wishes();
      List<Result> results = results(around, wishes, fingerprint -> false, progress -> {});
      return new Look.Seen(
          files(file, around), results.stream().filter(wishes.view()::shows).toList());
    } catch (UserException e) {
      throw new LinterException(e.what(), e.at());
    }
  }

  private Opened opened() {
    if (opened == null) {
      opened = open();
    }
    return opened;
  }

  private Opened open() {
    return options.open(paths, services, Store.none());
  }

  /** A file that has to do with nothing was looked at too. */
  private static Set<Path> files(Path file, Surroundings around) {
    return Stream.concat(Stream.of(file), around.files().stream().map(Path::of))
        .collect(Collectors.toSet());
  }

  private static List<Unsaved> texts(Map<Path, String> unsaved) {
    return unsaved.entrySet().stream()
        .map(text -> new Unsaved(text.getKey().toString(), text.getValue()))
        .toList();
  }

  private Wishes wishes() {
    Configuration configuration =
        Configuration.of(Optional.empty(), paths, flags, Catalog.of(services).keySet());
    Optional<String> baseline = configuration.settings().get(Key.BASELINE);
    return new Wishes(
        configuration, baseline.map(Path::of).map(Baseline::read).orElse(Baseline.EMPTY));
  }

  private List<Result> results(
      Surroundings around, Wishes wishes, Predicate<String> isRun, Consumer<String> progress)
      throws InterruptedException {
    Settings settings = wishes.configuration().settings();
    Analysis.Outcome outcome =
        new Analysis(
                services,
                progress,
                settings,
                wishes.configuration().selection(Optional.empty()),
                wishes.baseline(),
                Shard.WHOLE,
                options.sandbox(settings.get(Key.ALLOW)),
                Store.none(),
                KeptResults.NONE)
            .running(around.programs(), isRun);
    if (outcome.cancelled()) {
      throw new InterruptedException();
    }
    return outcome.results();
  }

  /** By itself, so that looks go on. */
  @Override
  public Optional<Ran> run(
      Path file, Map<Path, String> unsaved, String fingerprint, Consumer<String> progress)
      throws LinterException, InterruptedException {
    progress.accept("reading sources");
    try (Opened own = open()) {
      Surroundings around = own.around(file.toString(), texts(unsaved));
      Wishes wishes = wishes();
      List<Result> results = results(around, wishes, fingerprint::equals, progress);
      return results.stream()
          .filter(result -> result.fingerprint().equals(fingerprint))
          .findFirst()
          .map(result -> new Ran(result, shown(result, results, wishes.view())));
    } catch (UserException e) {
      throw new LinterException(String.valueOf(e.getMessage()), Optional.empty());
    }
  }

  private static List<Result> shown(Result own, List<Result> results, View view) {
    return results.stream()
        .filter(result -> result == own || result.verdict() instanceof Verdict.Confirmed)
        .filter(view::shows)
        .toList();
  }

  @Override
  public void close() {
    if (opened != null) {
      opened.close();
    }
  }
}

package dev.chanlint.analyzer.cli;

import dev.chanlint.analyzer.cache.Store;
import dev.chanlint.analyzer.config.Key;
import dev.chanlint.analyzer.config.Settings;
import dev.chanlint.analyzer.report.RuleInfo;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the commands that look for mistakes need to know beside what can be set in a file. */
final class AnalysisOptions {

  private static final String STANDARD_INPUT = "-";

  @Parameters(
      paramLabel = "PATH",
      arity = "1..*",
      description =
          "Java source files, or folders of them; - for a file on standard input, which stands for"
              + " the one that --stdin-filename names.")
  private List<String> paths = new ArrayList<>();

  @Mixin private ProgramOptions program = new ProgramOptions();

  @Option(
      names = "--stdin-filename",
      paramLabel = "FILE",
      description = "What to call the file on standard input: where it is or will be saved.")
  private @Nullable String stdinFilename;

  @Option(
      names = "--changed-since",
      paramLabel = "REF",
      description =
          "Report only on files that differ from where this branch left REF, as Git knows it.")
  private @Nullable String changedSince;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The configuration. Default: the next chanlint.toml upward from PATH")
  private @Nullable Path config;

  /**
   * Reads the programs; where a file is on standard input, what it has to do with.
   *
   * @param unsaved the file on standard input, if any
   * @param clean has the keys of islands that are known to be without findings
   */
  List<Loaded> load(Optional<Unsaved> unsaved, Services services, Store clean) {
    return unsaved
        .map(file -> around(file, services, clean))
        .orElseGet(() -> program.load(files(), services, clean));
  }

  private List<Loaded> around(Unsaved file, Services services, Store clean) {
    ProgramOptions.requireExistence(files());
    // It stays open to the end: what is found may have to be built.
    Surroundings around = program.open(files(), services, clean).around(file.name(), List.of(file));
    if (around.files().size() == around.errors().size() && !around.errors().isEmpty()) {
      throw new UserException(
          around.errors().getFirst().at().file()
              + ":"
              + around.errors().getFirst().at().line()
              + ": "
              + around.errors().getFirst().what());
    }
    return around.programs();
  }

  /** The file on standard input, if it is among the paths. */
  Optional<Unsaved> unsaved(Terminal terminal) {
    boolean wanted = paths.contains(STANDARD_INPUT);
    if (wanted != (stdinFilename != null)) {
      throw new UserException(
          wanted
              ? "-: --stdin-filename must say what to call it"
              : "--stdin-filename " + stdinFilename + ": there is no - among the paths");
    }
    return Optional.ofNullable(stdinFilename).map(name -> new Unsaved(name, terminal.input()));
  }

  private List<String> files() {
    return paths.stream().filter(path -> !path.equals(STANDARD_INPUT)).toList();
  }

  /** How to run the programs. */
  SandboxOptions sandbox(Settings settings) {
    return program.sandbox(settings.get(Key.ALLOW));
  }

  /** Whether what is known of code that has not changed may be used. */
  boolean isCached() {
    return program.isCached();
  }

  /** What is known of islands; nothing where only some of their entry points count. */
  Store found(Settings settings) {
    return isCached() && settings.get(Key.ENTRY_POINT).isEmpty()
        ? IslandFindings.in(Store.userFolder())
        : Store.none();
  }

  /** What the user set. */
  Configuration configuration(CommandSpec spec, Map<String, RuleInfo> catalog) {
    List<String> places = new ArrayList<>(files());
    if (stdinFilename != null) {
      places.add(stdinFilename);
    }
    return Configuration.of(
        Optional.ofNullable(config), places, SettingFlags.read(spec), catalog.keySet());
  }

  /** What is of interest. */
  Selection selection(Configuration configuration) throws InterruptedException {
    if (stdinFilename != null) {
      return configuration.selection(
          Optional.of(Set.of(Path.of(stdinFilename).toAbsolutePath().normalize())));
    }
    return configuration.selection(
        changedSince == null
            ? Optional.empty()
            : Optional.of(Changes.since(configuration.base(), changedSince)));
  }

  /** The options that tell how to read the program, as words of a command line. */
  List<String> words(Settings settings) {
    return program.words(settings.get(Key.ALLOW));
  }
}

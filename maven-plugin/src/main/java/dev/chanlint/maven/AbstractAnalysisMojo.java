package dev.chanlint.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.toolchain.ToolchainManager;
import org.jspecify.annotations.Nullable;

/**
 * Analyses each module, prints what was found as a compiler would, and, when the last one is done,
 * joins the reports to one of the whole build. Each parameter that the analyzer has a key for in
 * {@code chanlint.toml} counts more than what that file says; without either, the analyzer's
 * default holds.
 */
abstract class AbstractAnalysisMojo extends AbstractChanlintMojo {

  private final Reactor reactor;

  /** What Maven was asked to run. */
  @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
  private MojoExecution execution;

  /** Whether the test sources are analysed too. */
  @Parameter(property = "chanlint.includeTests", defaultValue = "false")
  private boolean includeTests;

  /** Reports to write for the whole build besides SARIF and text: {@code FORMAT=FILE}. */
  @Parameter(property = "chanlint.formats")
  private @Nullable List<String> formats;

  /** The least level that is reported: {@code note}, {@code warning} or {@code error}. */
  @Parameter(property = "chanlint.minLevel")
  private @Nullable String minLevel;

  /** Patterns of the files to report on. */
  @Parameter(property = "chanlint.includes")
  private @Nullable List<String> includes;

  /** Patterns of the files not to report on. */
  @Parameter(property = "chanlint.excludes")
  private @Nullable List<String> excludes;

  /** What becomes of rules, each {@code ID=off|note|warning|error|only}. */
  @Parameter(property = "chanlint.rules")
  private @Nullable List<String> rules;

  /** The mains and tests to start from, each {@code CLASS} or {@code CLASS#METHOD}. */
  @Parameter(property = "chanlint.entryPoints")
  private @Nullable List<String> entryPoints;

  /** The baseline, from the root of the build: what it lists is not reported. */
  @Parameter(property = "chanlint.baseline")
  private @Nullable String baseline;

  /** How much may be run from an entry point: {@code 10s}, {@code 5000} executions, or both. */
  @Parameter(property = "chanlint.budget")
  private @Nullable String budget;

  /** How much may be run for a finding, from all entry points that reach it. */
  @Parameter(property = "chanlint.findingBudget")
  private @Nullable String findingBudget;

  /** How much may be run in all, in each module. */
  @Parameter(property = "chanlint.totalBudget")
  private @Nullable String totalBudget;

  /** The effects that code may have: {@code net}, {@code process}, {@code write:GLOB}, … */
  @Parameter(property = "chanlint.allow")
  private @Nullable List<String> allow;

  /** How many explorations run at once. */
  @Parameter(property = "chanlint.jobs")
  private @Nullable Integer jobs;

  /** Whether refuted findings are reported. */
  @Parameter(property = "chanlint.showRefuted", defaultValue = "false")
  private boolean showRefuted;

  /** Whether suppressed findings are reported. */
  @Parameter(property = "chanlint.showSuppressed", defaultValue = "false")
  private boolean showSuppressed;

  /** Report only on files that differ from where this branch left another, as Git knows it. */
  @Parameter(property = "chanlint.changedSince")
  private @Nullable String changedSince;

  /** The configuration, from the root of the build; else the next {@code chanlint.toml} upward. */
  @Parameter(property = "chanlint.configFile")
  private @Nullable String configFile;

  @SuppressWarnings("NullAway.Init") // Maven sets the parameters.
  AbstractAnalysisMojo(Classpaths classpaths, ToolchainManager toolchains, Reactor reactor) {
    super(classpaths, toolchains);
    this.reactor = reactor;
  }

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    if (!isSkipped()) {
      try {
        analyse();
      } catch (IOException e) {
        throw new MojoExecutionException("chanlint: " + e.getMessage(), e);
      }
    }
    Optional<List<Path>> parts = reactor.done(session(), execution, project());
    if (parts.isPresent() && !parts.get().isEmpty()) {
      join(parts.get());
    }
  }

  // One module

  private void analyse() throws MojoExecutionException, IOException {
    ModuleSources module = new ModuleSources(project(), session(), classpaths(), includeTests);
    if (module.sources().isEmpty()) {
      return;
    }
    Files.createDirectories(output());
    List<String> arguments = checkArguments(module);
    Stamp stamp =
        new Stamp(output().resolve("chanlint.stamp"), version(), arguments, inputs(module));
    if (stamp.isFresh() && Files.exists(part())) {
      getLog().info("chanlint: unchanged since the last run, whose findings these are");
    } else {
      analyzer().run(project().getBasedir().toPath(), output().resolve("chanlint.log"), arguments);
      stamp.write();
    }
    SarifFile.results(output().resolve("chanlint.sarif")).stream()
        .filter(result -> reactor.isNew(session(), execution, result))
        .forEach(this::print);
    reactor.add(session(), execution, part());
  }

  private Path part() {
    return output().resolve("chanlint.jsonl");
  }

  private List<Path> inputs(ModuleSources module) {
    List<Path> inputs = new ArrayList<>(module.inputs());
    Stream.of(fromRoot(baseline), fromRoot(configFile))
        .flatMap(Optional::stream)
        .forEach(inputs::add);
    inputs.addAll(Stamp.configurations(project().getBasedir().toPath()));
    return inputs;
  }

  /** A file that a user names means the same in each module. */
  private Optional<Path> fromRoot(@Nullable String file) {
    return Optional.ofNullable(file).map(Path.of(session().getExecutionRootDirectory())::resolve);
  }

  private List<String> checkArguments(ModuleSources module) {
    Arguments arguments = new Arguments("check");
    module.allSources().forEach(source -> arguments.add(source.toString()));
    module.classes().forEach(folder -> arguments.option("--classes", folder));
    arguments.option("--classpath", Analyzer.joined(module.classpath()));
    arguments
        .options("--include", includes)
        .options("--exclude", excludes)
        .options("--rule", rules)
        .options("--entry-point", entryPoints)
        .option("--budget", budget)
        .option("--finding-budget", findingBudget)
        .option("--total-budget", totalBudget)
        .options("--allow", allow)
        .option("--jobs", jobs)
        .option("--changed-since", changedSince);
    if (session().getProjects().size() > 1) {
      // What suppresses nothing in one module's view may do so in another's.
      arguments.option("--rule", "unused-suppression=off");
    }
    addCommon(arguments);
    return arguments
        .option("--shard", "1/1")
        .option("--format", "json=" + part())
        .option("--format", "sarif=" + output().resolve("chanlint.sarif"))
        .option("--format", "text=" + output().resolve("chanlint.txt"))
        .words();
  }

  /** What both the analysis and the joining of its reports go by. */
  private void addCommon(Arguments arguments) {
    arguments
        .option("--config", fromRoot(configFile).orElse(null))
        .option("--baseline", fromRoot(baseline).orElse(null))
        .option("--min-level", minLevel)
        .flag("--show-refuted", showRefuted)
        .flag("--show-suppressed", showSuppressed);
  }

  private void print(Result result) {
    switch (result.level()) {
      case "error" -> getLog().error(result.toString());
      case "warning" -> getLog().warn(result.toString());
      default -> getLog().info(result.toString());
    }
  }

  // The whole build

  private void join(List<Path> parts) throws MojoExecutionException, MojoFailureException {
    Path root = session().getTopLevelProject().getBasedir().toPath();
    Path folder =
        Path.of(session().getTopLevelProject().getBuild().getDirectory()).resolve("chanlint");
    Arguments arguments = new Arguments("merge");
    parts.forEach(part -> arguments.add(part.toString()));
    addCommon(arguments);
    addJoining(arguments);
    arguments
        .option("--format", "sarif=" + folder.resolve("chanlint.sarif"))
        .option("--format", "text=" + folder.resolve("chanlint.txt"))
        .options("--format", formats);
    try {
      Files.createDirectories(folder);
      boolean fails =
          analyzer().run(root, folder.resolve("chanlint-merge.log"), arguments.words()) > 0;
      report(folder.resolve("chanlint.txt"), fails);
    } catch (IOException e) {
      throw new MojoExecutionException("chanlint: " + e.getMessage(), e);
    }
  }

  /** Adds what the joined report is for. */
  abstract void addJoining(Arguments arguments);

  private void report(Path text, boolean fails) throws IOException, MojoFailureException {
    List<String> lines = Files.readAllLines(text);
    String summary = lines.isEmpty() ? "" : lines.get(lines.size() - 1);
    if (fails) {
      throw new MojoFailureException(
          "chanlint: " + summary + "; witnesses and how to replay them: " + text);
    }
    getLog().info("chanlint: " + summary);
  }
}

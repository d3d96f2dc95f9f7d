package dev.chanlint.maven;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.toolchain.ToolchainManager;
import org.jspecify.annotations.Nullable;

/** Analyses a module, and prints what was found as a compiler would. */
abstract class AbstractChanlintMojo extends AbstractMojo {

  private final Classpaths classpaths;
  private final ToolchainManager toolchains;

  /** The module. */
  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  private MavenProject project;

  /** The build. */
  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  private MavenSession session;

  /** This plugin's version, which is the analyzer's too. */
  @Parameter(defaultValue = "${plugin.version}", readonly = true, required = true)
  private String version;

  /** Whether to do nothing. */
  @Parameter(property = "chanlint.skip", defaultValue = "false")
  private boolean skip;

  /** Whether the test sources are analysed too. */
  @Parameter(property = "chanlint.includeTests", defaultValue = "false")
  private boolean includeTests;

  /** Where the reports go: {@code chanlint.sarif} for tools, {@code chanlint.txt} for people. */
  @Parameter(
      property = "chanlint.outputDirectory",
      defaultValue = "${project.build.directory}/chanlint")
  private File outputDirectory;

  /** How long the exploration of an entry point may take, such as {@code 10s} or {@code 2m}. */
  @Parameter(property = "chanlint.budget")
  private @Nullable String budget;

  /** Further arguments of the JVM that runs the analyzer, separated by blanks. */
  @Parameter(property = "chanlint.argLine", defaultValue = "")
  private @Nullable String argLine;

  @SuppressWarnings("NullAway.Init") // Maven sets the parameters.
  AbstractChanlintMojo(Classpaths classpaths, ToolchainManager toolchains) {
    this.classpaths = classpaths;
    this.toolchains = toolchains;
  }

  /** Analyses the module; empty if there is nothing to analyse. */
  final List<Result> analyse() throws MojoExecutionException {
    List<Path> sources = sources();
    if (skip || sources.isEmpty()) {
      return List.of();
    }
    Path output = outputDirectory.toPath();
    Path sarif = output.resolve("chanlint.sarif");
    try {
      Files.createDirectories(output);
      analyzer()
          .run(
              project.getBasedir().toPath(),
              output.resolve("chanlint.log"),
              arguments(sources, sarif));
      List<Result> results = SarifFile.results(sarif);
      results.forEach(this::print);
      return results;
    } catch (IOException e) {
      throw new MojoExecutionException("chanlint: " + e.getMessage(), e);
    }
  }

  /** The report for people. */
  final Path textReport() {
    return outputDirectory.toPath().resolve("chanlint.txt");
  }

  private Analyzer analyzer() throws MojoExecutionException {
    Path jdk =
        Jdks.find(toolchains, session)
            .orElseThrow(
                () ->
                    new MojoExecutionException(
                        "chanlint needs a JDK "
                            + Jdks.NEEDED
                            + " or later to run on, and found none: install one, or set JAVA_HOME"));
    List<String> jvmArguments =
        argLine == null || argLine.isBlank()
            ? List.of()
            : Arrays.asList(argLine.trim().split("\\s+"));
    return new Analyzer(jdk, classpaths.ofAnalyzer(version, project, session), jvmArguments);
  }

  private List<Path> sources() {
    Stream<String> roots = project.getCompileSourceRoots().stream();
    if (includeTests) {
      roots = Stream.concat(roots, project.getTestCompileSourceRoots().stream());
    }
    return roots.map(Path::of).filter(AbstractChanlintMojo::hasSources).toList();
  }

  /** Maven names folders for generated sources that are not there, or empty. */
  private static boolean hasSources(Path root) {
    if (!Files.isDirectory(root)) {
      return false;
    }
    try (Stream<Path> files = Files.walk(root)) {
      return files.anyMatch(file -> file.toString().endsWith(".java"));
    } catch (IOException e) {
      throw new UncheckedIOException(root + ": cannot be read", e);
    }
  }

  private List<String> arguments(List<Path> sources, Path sarif) {
    List<String> arguments = new ArrayList<>(List.of("check"));
    sources.forEach(source -> arguments.add(source.toString()));
    classes().forEach(folder -> arguments.addAll(List.of("--classes", folder.toString())));
    List<Path> classpath = classpaths.of(project, session);
    if (!classpath.isEmpty()) {
      arguments.addAll(List.of("--classpath", Analyzer.joined(classpath)));
    }
    if (budget != null) {
      arguments.addAll(List.of("--budget", budget));
    }
    arguments.addAll(
        List.of(
            "--fail-on",
            "never",
            "--format",
            "sarif=" + sarif,
            "--format",
            "text=" + textReport()));
    return arguments;
  }

  private List<Path> classes() {
    Stream<String> folders = Stream.of(project.getBuild().getOutputDirectory());
    if (includeTests) {
      folders = Stream.concat(folders, Stream.of(project.getBuild().getTestOutputDirectory()));
    }
    return folders.map(Path::of).filter(Files::isDirectory).toList();
  }

  private void print(Result result) {
    switch (result.level()) {
      case "error" -> getLog().error(result.toString());
      case "warning" -> getLog().warn(result.toString());
      default -> getLog().info(result.toString());
    }
  }
}

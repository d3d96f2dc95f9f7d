package dev.chanlint.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.toolchain.ToolchainManager;
import org.jspecify.annotations.Nullable;

/** What every goal needs that has the analyzer do something. */
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

  /** Where the reports of a module go. */
  @Parameter(
      property = "chanlint.outputDirectory",
      defaultValue = "${project.build.directory}/chanlint")
  private File outputDirectory;

  /** Further arguments of the JVM that runs the analyzer, separated by blanks. */
  @Parameter(property = "chanlint.argLine", defaultValue = "")
  private @Nullable String argLine;

  @SuppressWarnings("NullAway.Init") // Maven sets the parameters.
  AbstractChanlintMojo(Classpaths classpaths, ToolchainManager toolchains) {
    this.classpaths = classpaths;
    this.toolchains = toolchains;
  }

  /** The analyzer, on a JDK that is new enough. */
  final Analyzer analyzer() throws MojoExecutionException {
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

  final Classpaths classpaths() {
    return classpaths;
  }

  final MavenProject project() {
    return project;
  }

  final MavenSession session() {
    return session;
  }

  final String version() {
    return version;
  }

  final boolean isSkipped() {
    return skip;
  }

  /** The folder of the module's reports. */
  final Path output() {
    return outputDirectory.toPath();
  }
}

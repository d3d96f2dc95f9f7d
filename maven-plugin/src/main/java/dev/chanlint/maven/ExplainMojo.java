package dev.chanlint.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.toolchain.ToolchainManager;
import org.jspecify.annotations.Nullable;

/** Prints a rule's page, or the list of rules. */
@Mojo(name = "explain", aggregator = true, requiresProject = false, threadSafe = true)
public final class ExplainMojo extends AbstractChanlintMojo {

  /** The rule's id; without it, the rules are listed. */
  @Parameter(property = "chanlint.rule")
  private @Nullable String rule;

  /**
   * Made by Maven.
   *
   * @param classpaths resolves artifacts
   * @param toolchains knows the JDKs that the user has named
   */
  @Inject
  public ExplainMojo(Classpaths classpaths, ToolchainManager toolchains) {
    super(classpaths, toolchains);
  }

  @Override
  public void execute() throws MojoExecutionException {
    Arguments arguments = new Arguments(rule == null ? "rules" : "explain");
    if (rule != null) {
      arguments.add(rule);
    }
    try {
      Path folder = Files.createTempDirectory("chanlint");
      Path log = folder.resolve("explain.log");
      analyzer().run(folder, log, arguments.words());
      Files.readString(log).lines().forEach(getLog()::info);
      Files.delete(log);
      Files.delete(folder.resolve(Analyzer.ARGUMENTS));
      Files.delete(folder);
    } catch (IOException e) {
      throw new MojoExecutionException("chanlint: " + e.getMessage(), e);
    }
  }
}

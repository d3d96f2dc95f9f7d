package dev.chanlint.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.toolchain.ToolchainManager;
import org.jspecify.annotations.Nullable;

/** Runs a main or a test of the module under every schedule that can differ. */
@Mojo(name = "explore", threadSafe = true)
@Execute(phase = LifecyclePhase.TEST_COMPILE)
public final class ExploreMojo extends AbstractChanlintMojo {

  /** What to run: the binary name of a class with a main, or {@code CLASS#METHOD} of a test. */
  @Parameter(property = "chanlint.entry", required = true)
  private String entry;

  /** Which schedules to run, such as {@code dpor} or {@code bounded(2)}. */
  @Parameter(property = "chanlint.strategy")
  private @Nullable String strategy;

  /** How long to explore at most, such as {@code 10s} or {@code 2m}. */
  @Parameter(property = "chanlint.budget")
  private @Nullable String budget;

  /**
   * Made by Maven.
   *
   * @param classpaths resolves artifacts
   * @param toolchains knows the JDKs that the user has named
   */
  @Inject
  @SuppressWarnings("NullAway.Init") // Maven sets the parameters.
  public ExploreMojo(Classpaths classpaths, ToolchainManager toolchains) {
    super(classpaths, toolchains);
  }

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    ModuleSources module = new ModuleSources(project(), session(), classpaths(), true);
    if (isSkipped() || !hasEntry(module)) {
      return;
    }
    Arguments arguments = new Arguments("explore");
    arguments.add(entry);
    module.classes().forEach(folder -> arguments.option("--classes", folder));
    arguments
        .option("--classpath", Analyzer.joined(module.classpath()))
        .option("--strategy", strategy)
        .option("--budget", budget);
    Path log = output().resolve("explore.log");
    try {
      Files.createDirectories(output());
      int status = analyzer().run(project().getBasedir().toPath(), log, arguments.words());
      Files.readString(log).lines().forEach(getLog()::info);
      if (status > 0) {
        throw new MojoFailureException("chanlint: " + entry + " met a fault, see above");
      }
    } catch (IOException e) {
      throw new MojoExecutionException("chanlint: " + e.getMessage(), e);
    }
  }

  /** In a build of many modules, one has it. */
  private boolean hasEntry(ModuleSources module) {
    String file = entry.replaceFirst("#.*", "").replace('.', '/') + ".class";
    return module.classes().stream().anyMatch(folder -> Files.exists(folder.resolve(file)));
  }
}

package dev.chanlint.maven;

import java.io.File;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.toolchain.ToolchainManager;

/**
 * Writes down what is found now in all modules, so that from now on only what is new is reported:
 * name the file in {@code chanlint.toml}, or as {@code chanlint.baseline}.
 */
@Mojo(name = "baseline", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class BaselineMojo extends AbstractAnalysisMojo {

  /** Where to write it. */
  @Parameter(
      property = "chanlint.baselineFile",
      defaultValue = "${session.executionRootDirectory}/chanlint-baseline.json")
  private File baselineFile;

  /**
   * Made by Maven.
   *
   * @param classpaths resolves artifacts
   * @param toolchains knows the JDKs that the user has named
   * @param reactor knows the other modules
   */
  @Inject
  @SuppressWarnings("NullAway.Init") // Maven sets the parameter.
  public BaselineMojo(Classpaths classpaths, ToolchainManager toolchains, Reactor reactor) {
    super(classpaths, toolchains, reactor);
  }

  @Override
  void addJoining(Arguments arguments) {
    arguments.option("--fail-on", "never").option("--write-baseline", baselineFile);
  }
}

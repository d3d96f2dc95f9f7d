package dev.chanlint.maven;

import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.toolchain.ToolchainManager;
import org.jspecify.annotations.Nullable;

/**
 * Analyses all modules, and then fails the build on confirmed findings: mistakes that a schedule
 * was run for, which anyone can replay.
 */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class CheckMojo extends AbstractAnalysisMojo {

  /**
   * Which findings fail the build: {@code confirmed}, {@code undecided} (and confirmed), {@code
   * any} or {@code never}. Default: {@code confirmed}
   */
  @Parameter(property = "chanlint.failOn")
  private @Nullable String failOn;

  /**
   * Made by Maven.
   *
   * @param classpaths resolves artifacts
   * @param toolchains knows the JDKs that the user has named
   * @param reactor knows the other modules
   */
  @Inject
  public CheckMojo(Classpaths classpaths, ToolchainManager toolchains, Reactor reactor) {
    super(classpaths, toolchains, reactor);
  }

  @Override
  void addJoining(Arguments arguments) {
    arguments.option("--fail-on", failOn);
  }
}

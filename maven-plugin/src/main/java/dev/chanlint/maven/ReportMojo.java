package dev.chanlint.maven;

import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.toolchain.ToolchainManager;

/** Analyses all modules and reports what it finds; never fails the build for it. */
@Mojo(name = "report", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class ReportMojo extends AbstractAnalysisMojo {

  /**
   * Made by Maven.
   *
   * @param classpaths resolves artifacts
   * @param toolchains knows the JDKs that the user has named
   * @param reactor knows the other modules
   */
  @Inject
  public ReportMojo(Classpaths classpaths, ToolchainManager toolchains, Reactor reactor) {
    super(classpaths, toolchains, reactor);
  }

  @Override
  void addJoining(Arguments arguments) {
    arguments.option("--fail-on", "never");
  }
}

package dev.chanlint.maven;

import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.toolchain.ToolchainManager;

/** Analyses the module and reports what it finds; never fails the build for it. */
@Mojo(name = "report", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class ReportMojo extends AbstractChanlintMojo {

  /**
   * Made by Maven.
   *
   * @param classpaths resolves artifacts
   * @param toolchains knows the JDKs that the user has named
   */
  @Inject
  public ReportMojo(Classpaths classpaths, ToolchainManager toolchains) {
    super(classpaths, toolchains);
  }

  @Override
  public void execute() throws MojoExecutionException {
    analyse();
  }
}

package dev.chanlint.maven;

import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.toolchain.ToolchainManager;

/**
 * Analyses the module and fails the build on confirmed findings: mistakes that a schedule was run
 * for, which anyone can replay.
 */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class CheckMojo extends AbstractChanlintMojo {

  /**
   * Which findings fail the build: {@code confirmed}, {@code undecided} (and confirmed), {@code
   * any} or {@code never}.
   */
  @Parameter(property = "chanlint.failOn", defaultValue = "confirmed")
  private String failOn = "confirmed";

  /**
   * Made by Maven.
   *
   * @param classpaths resolves artifacts
   * @param toolchains knows the JDKs that the user has named
   */
  @Inject
  public CheckMojo(Classpaths classpaths, ToolchainManager toolchains) {
    super(classpaths, toolchains);
  }

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    FailOn threshold = FailOn.of(failOn);
    List<Result> results = analyse();
    long failing = results.stream().filter(threshold::includes).count();
    if (failing > 0) {
      throw new MojoFailureException(
          "chanlint: %d finding%s that fail%s the build; witnesses and how to replay them: %s"
              .formatted(failing, failing == 1 ? "" : "s", failing == 1 ? "s" : "", textReport()));
    }
  }
}

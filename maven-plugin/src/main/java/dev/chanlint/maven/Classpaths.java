package dev.chanlint.maven;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.inject.Inject;
import javax.inject.Named;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.DefaultDependencyResolutionRequest;
import org.apache.maven.project.DependencyResolutionException;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.jspecify.annotations.Nullable;

/**
 * Class paths: the analyzer's, and the project's as far as it can be resolved. Maven's own way to
 * have dependencies resolved for a plugin fails on a fresh clone, where the jars of sibling modules
 * are not there yet.
 */
@Named
final class Classpaths {

  private final RepositorySystem repositories;
  private final ProjectDependenciesResolver dependencies;

  @Inject
  Classpaths(RepositorySystem repositories, ProjectDependenciesResolver dependencies) {
    this.repositories = repositories;
    this.dependencies = dependencies;
  }

  /** The jars of the analyzer. */
  List<Path> ofAnalyzer(String version, MavenProject project, MavenSession session)
      throws MojoExecutionException {
    Artifact analyzer = new DefaultArtifact("dev.chanlint", "chanlint-analyzer", "jar", version);
    CollectRequest collect =
        new CollectRequest(
            new Dependency(analyzer, "runtime"), project.getRemotePluginRepositories());
    try {
      return repositories
          .resolveDependencies(
              session.getRepositorySession(),
              new DependencyRequest(collect, (node, parents) -> isNeeded(node.getDependency())))
          .getArtifactResults()
          .stream()
          .map(ArtifactResult::getArtifact)
          .map(artifact -> artifact.getFile().toPath())
          .toList();
    } catch (org.eclipse.aether.resolution.DependencyResolutionException e) {
      throw new MojoExecutionException(
          "chanlint: its analyzer cannot be resolved: " + e.getMessage(), e);
    }
  }

  private static boolean isNeeded(@Nullable Dependency dependency) {
    return dependency == null
        || (!dependency.isOptional()
            && !List.of("test", "provided").contains(dependency.getScope()));
  }

  /** The jars and folders that the project is compiled against, as far as they are there. */
  List<Path> of(MavenProject project, MavenSession session) {
    List<Dependency> found;
    try {
      found =
          dependencies
              .resolve(
                  new DefaultDependencyResolutionRequest(project, session.getRepositorySession()))
              .getDependencies();
    } catch (DependencyResolutionException e) {
      found = e.getResult().getDependencies();
    }
    return found.stream().flatMap(dependency -> file(dependency.getArtifact())).toList();
  }

  private static Stream<Path> file(Artifact artifact) {
    return Stream.of(artifact)
        .map(Artifact::getFile)
        .filter(Objects::nonNull)
        .map(File::toPath)
        .filter(Files::exists);
  }
}

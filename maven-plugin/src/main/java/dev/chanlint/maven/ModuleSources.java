package dev.chanlint.maven;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/**
 * A module of a build, as the analyzer sees it: with the sources of the modules that it depends on,
 * for a mistake is often made by two.
 */
final class ModuleSources {

  private final MavenProject project;
  private final List<MavenProject> upstream;
  private final List<Path> classpath;
  private final boolean includeTests;

  ModuleSources(
      MavenProject project, MavenSession session, Classpaths classpaths, boolean includeTests) {
    this.project = project;
    this.upstream = session.getProjectDependencyGraph().getUpstreamProjects(project, true);
    this.classpath = classpaths.of(project, session);
    this.includeTests = includeTests;
  }

  /** The folders of the module's own sources, as far as there are any. */
  List<Path> sources() {
    Stream<String> roots = project.getCompileSourceRoots().stream();
    if (includeTests) {
      roots = Stream.concat(roots, project.getTestCompileSourceRoots().stream());
    }
    return roots.map(Path::of).filter(ModuleSources::hasSources).toList();
  }

  /** The module's own, and those of the modules that it depends on. */
  List<Path> allSources() {
    return Stream.concat(
            sources().stream(),
            upstream.stream()
                .flatMap(one -> one.getCompileSourceRoots().stream())
                .map(Path::of)
                .filter(ModuleSources::hasSources))
        .distinct()
        .toList();
  }

  /**
   * The folders of the compiled classes of all these sources; none if one of them is missing, as on
   * a fresh clone: then the analyzer compiles what it needs.
   */
  List<Path> classes() {
    List<Path> all =
        Stream.of(
                Stream.of(project.getBuild().getOutputDirectory())
                    .map(Path::of)
                    .filter(folder -> hasSources(project.getCompileSourceRoots())),
                Stream.of(project.getBuild().getTestOutputDirectory())
                    .map(Path::of)
                    .filter(
                        folder -> includeTests && hasSources(project.getTestCompileSourceRoots())),
                upstream.stream()
                    .filter(one -> hasSources(one.getCompileSourceRoots()))
                    .map(one -> Path.of(one.getBuild().getOutputDirectory())))
            .flatMap(folders -> folders)
            .distinct()
            .toList();
    return all.stream().allMatch(Files::isDirectory) ? all : List.of();
  }

  /** What it is compiled against, but for the modules whose sources are in view. */
  List<Path> classpath() {
    List<Path> siblings =
        upstream.stream().map(one -> Path.of(one.getBuild().getDirectory())).toList();
    return classpath.stream()
        .filter(entry -> siblings.stream().noneMatch(entry::startsWith))
        .toList();
  }

  /** All that the findings depend on. */
  List<Path> inputs() {
    return Stream.of(allSources(), classes(), classpath()).flatMap(List::stream).toList();
  }

  private static boolean hasSources(List<String> roots) {
    return roots.stream().map(Path::of).anyMatch(ModuleSources::hasSources);
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
}

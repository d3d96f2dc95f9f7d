package dev.chanlint.analyzer.project;

import dev.chanlint.analyzer.cache.Key;
import dev.chanlint.model.code.Program.Gap;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Sources that are one program: no two of them declare the same type.
 *
 * @param files the source files
 * @param classes folders with their compiled classes, to run them
 * @param libraries the class path besides these, the runtime among it
 * @param gaps what was left out on the way here
 * @param examined how many files these were selected from
 * @param islands the files by what has to do with one another; none if they were not selected
 * @param key the digest of all of these from which islands without findings were left out, if they
 *     were selected
 */
public record SourceSet(
    List<SourceFile> files,
    List<Path> classes,
    List<Path> libraries,
    List<Gap> gaps,
    int examined,
    List<Island> islands,
    Optional<Key> key) {

  public SourceSet {
    files = List.copyOf(files);
    classes = List.copyOf(classes);
    libraries = List.copyOf(libraries);
    gaps = List.copyOf(gaps);
    islands = List.copyOf(islands);
  }

  /**
   * Sources without selection.
   *
   * @param files the source files
   * @param classes folders with their compiled classes, to run them
   * @param libraries the class path besides these, the runtime among it
   * @param gaps what was left out on the way here
   */
  public SourceSet(
      List<SourceFile> files, List<Path> classes, List<Path> libraries, List<Gap> gaps) {
    this(files, classes, libraries, gaps, files.size(), List.of(), Optional.empty());
  }

  /**
   * All that the sources are resolved against, and run with.
   *
   * @return their classes, then the libraries
   */
  public List<Path> classPath() {
    return Stream.concat(classes.stream(), libraries.stream()).toList();
  }
}

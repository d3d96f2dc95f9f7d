package dev.chanlint.analyzer.cli;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A program, compiled.
 *
 * @param classes folders of its classes
 * @param libraries what else it runs with
 */
record Compiled(List<Path> classes, List<Path> libraries) {

  private static final String SUFFIX = ".class";

  Compiled {
    classes = List.copyOf(classes);
    libraries = List.copyOf(libraries);
  }

  /** Whether it has a class, by the path of its file. */
  boolean has(String classFile) {
    return classes.stream().anyMatch(folder -> Files.exists(folder.resolve(classFile)));
  }

  /** The binary names of its classes that are in no other. */
  List<String> names() {
    return classes.stream().flatMap(Compiled::names).toList();
  }

  private static Stream<String> names(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .map(file -> folder.relativize(file).toString())
          .filter(file -> file.endsWith(SUFFIX) && !file.contains("$"))
          .map(file -> file.substring(0, file.length() - SUFFIX.length()))
          .map(file -> file.replace(File.separatorChar, '.'))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All that it is run with. */
  List<Path> classPath() {
    return Stream.concat(classes.stream(), libraries.stream()).toList();
  }
}

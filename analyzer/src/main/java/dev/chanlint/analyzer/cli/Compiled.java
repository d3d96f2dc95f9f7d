package dev.chanlint.analyzer.cli;

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

  Compiled {
    classes = List.copyOf(classes);
    libraries = List.copyOf(libraries);
  }

  /** Whether it has a class, by the path of its file. */
  boolean has(String classFile) {
    return classes.stream().anyMatch(folder -> Files.exists(folder.resolve(classFile)));
  }

  /** All that it is run with. */
  List<Path> classPath() {
    return Stream.concat(classes.stream(), libraries.stream()).toList();
  }
}

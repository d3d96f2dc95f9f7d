package dev.chanlint.analyzer.front;

import dev.chanlint.analyzer.project.SourceFile;
import dev.chanlint.analyzer.project.SourceSet;
import dev.chanlint.model.code.Program;
import dev.chanlint.runtime.Chan;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Sources for tests. */
final class Sources {

  private Sources() {}

  /** The program in one file, given as its text; it is called by its name, without a folder. */
  static Program program(Path folder, String name, String text) throws IOException {
    Path file = folder.resolve(name).toAbsolutePath();
    Files.writeString(file, text);
    return program(List.of(new SourceFile(file, name)));
  }

  static Program program(List<SourceFile> files) {
    return FrontEnd.read(new SourceSet(files, List.of(), libraries(), List.of()));
  }

  /** The runtime, and what the tests themselves run with. */
  static List<Path> libraries() {
    List<Path> libraries = new ArrayList<>();
    try {
      libraries.add(
          Path.of(Chan.class.getProtectionDomain().getCodeSource().getLocation().toURI()));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
    Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> entry.endsWith(".jar"))
        .map(Path::of)
        .forEach(libraries::add);
    return libraries;
  }
}

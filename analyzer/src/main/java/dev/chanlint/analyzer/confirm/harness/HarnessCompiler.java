package dev.chanlint.analyzer.confirm.harness;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Compiles one source to a folder that is gone when the JVM ends. No annotation processor is run.
 */
final class HarnessCompiler {

  private HarnessCompiler() {}

  /** The folder; empty if the source does not compile. */
  static Optional<Path> compile(String name, String source, List<Path> classPath) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      return Optional.empty();
    }
    try {
      Path folder = Files.createTempDirectory("chanlint-harness");
      boolean compiled =
          compiler
              .getTask(
                  new StringWriter(),
                  null,
                  diagnostic -> {},
                  List.of("-proc:none", "-nowarn", "-g", "-cp", text(classPath), "-d", folder + ""),
                  null,
                  List.of(inMemory(name, source)))
              .call();
      deleteOnExit(folder);
      return compiled ? Optional.of(folder) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot compile a harness", e);
    }
  }

  private static String text(List<Path> classPath) {
    return classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  private static JavaFileObject inMemory(String name, String source) {
    URI address = URI.create("string:///" + name.replace('.', '/') + ".java");
    return new SimpleJavaFileObject(address, JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return source;
      }
    };
  }

  /** What is registered last is deleted first. */
  private static void deleteOnExit(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      files.forEach(file -> file.toFile().deleteOnExit());
    }
  }
}

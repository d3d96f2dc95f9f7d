package dev.chanlint.conformance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles programs of {@code testdata} together, against the runtime alone. */
public final class Compilation {

  private Compilation() {}

  /** Compiles into a folder. */
  public static void of(List<Path> sources, Path into) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      boolean done =
          compiler
              .getTask(
                  null,
                  files,
                  null,
                  List.of("-g", "-proc:none", "-d", into.toString()),
                  null,
                  files.getJavaFileObjectsFromPaths(sources))
              .call();
      if (!done) {
        throw new IllegalArgumentException("the programs do not compile; see standard error");
      }
    }
  }
}

package dev.chanlint.conformance.kernels;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles all kernels together, against the runtime alone. */
final class KernelCompiler {

  private KernelCompiler() {}

  /** Compiles into a folder. */
  static void compile(List<Kernel> kernels, Path into) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      List<Path> sources = kernels.stream().flatMap(k -> Stream.of(k.buggy(), k.fixed())).toList();
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
        throw new IllegalArgumentException("the kernels do not compile; see standard error");
      }
    }
  }
}

package dev.chanlint.analyzer.project;

import dev.chanlint.model.code.Program.Gap;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;

/**
 * Compiles sources, without annotation processors. Files with errors, and those that need them, are
 * left out, so that the rest can be run.
 */
final class Compiler {

  private final JavaCompiler compiler;
  private final List<Path> classPath;

  Compiler(JavaCompiler compiler, List<Path> classPath) {
    this.compiler = compiler;
    this.classPath = classPath;
  }

  /**
   * Compiles files to a folder.
   *
   * @return a gap for each file that was left out
   */
  List<Gap> compile(List<SourceFile> files, Path folder) {
    return LargeStack.call(() -> compileHere(files, folder));
  }

  private List<Gap> compileHere(List<SourceFile> files, Path folder) {
    try {
      return compiled(files, folder);
    } catch (IllegalStateException | StackOverflowError e) {
      // Not even an error: the compiler itself failed.
      Map<SourceFile, Throwable> breaking =
          new Suspects(part -> attempt(part, folder)).among(files, e);
      List<Gap> gaps = new ArrayList<>();
      breaking.keySet().forEach(file -> gaps.add(SyntaxCheck.unreadable(file)));
      gaps.addAll(
          compile(files.stream().filter(file -> !breaking.containsKey(file)).toList(), folder));
      return gaps;
    }
  }

  private List<Gap> compiled(List<SourceFile> files, Path folder) {
    List<Gap> gaps = new ArrayList<>();
    List<SourceFile> rest = new ArrayList<>(files);
    boolean first = true;
    while (!rest.isEmpty()) {
      Map<SourceFile, Diagnostic<?>> errors = attempt(rest, folder);
      if (errors.isEmpty()) {
        return gaps;
      }
      for (var error : errors.entrySet()) {
        gaps.add(
            SyntaxCheck.gap(
                error.getKey(),
                error.getValue(),
                first
                    ? "does not compile: "
                    : "not compiled, as it needs a file that does not compile: "));
      }
      rest.removeAll(errors.keySet());
      first = false;
    }
    return gaps;
  }

  /**
   * Compiles all or nothing; returns the first error of each file that has one.
   *
   * @throws IllegalStateException if the compiler fails and does not say at what
   */
  private Map<SourceFile, Diagnostic<?>> attempt(List<SourceFile> files, Path folder) {
    Map<Path, SourceFile> byPath = new LinkedHashMap<>();
    files.forEach(file -> byPath.put(file.path(), file));
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
      boolean compiled =
          compiler
              .getTask(
                  Writer.nullWriter(),
                  manager,
                  diagnostics,
                  options(folder),
                  null,
                  manager.getJavaFileObjectsFromPaths(byPath.keySet()))
              .call();
      return compiled ? Map.of() : errors(diagnostics, byPath);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> options(Path folder) throws IOException {
    Files.createDirectories(folder);
    return List.of(
        "-proc:none",
        "-parameters",
        "-g",
        "-nowarn",
        "-implicit:none",
        "-Xmaxerrs",
        "100000",
        "-sourcepath",
        "",
        "-classpath",
        classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
        "-d",
        folder.toString());
  }

  private static Map<SourceFile, Diagnostic<?>> errors(
      DiagnosticCollector<JavaFileObject> diagnostics, Map<Path, SourceFile> files) {
    Map<SourceFile, Diagnostic<?>> errors = new LinkedHashMap<>();
    for (Diagnostic<? extends JavaFileObject> diagnostic : diagnostics.getDiagnostics()) {
      if (diagnostic.getKind() == Diagnostic.Kind.ERROR && diagnostic.getSource() != null) {
        SourceFile file = files.get(Path.of(diagnostic.getSource().toUri()));
        if (file != null) {
          errors.putIfAbsent(file, diagnostic);
        }
      }
    }
    if (errors.isEmpty()) {
      throw new IllegalStateException("the compiler failed: " + diagnostics.getDiagnostics());
    }
    return errors;
  }
}

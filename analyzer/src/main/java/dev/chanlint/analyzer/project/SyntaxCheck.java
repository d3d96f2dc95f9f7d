package dev.chanlint.analyzer.project;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import dev.chanlint.model.code.Position;
import dev.chanlint.model.code.Program.Gap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;

/** Finds the files that the compiler cannot parse, and those that it had better not. */
final class SyntaxCheck {

  private static final String SYMBOL = "symbol:";

  private SyntaxCheck() {}

  /** Parses files; the first error of each that has one, or what nests too deeply in it. */
  static Map<SourceFile, Gap> errors(List<SourceFile> files, JavaCompiler compiler) {
    return files.isEmpty() ? Map.of() : LargeStack.call(() -> errorsHere(files, compiler));
  }

  private static Map<SourceFile, Gap> errorsHere(List<SourceFile> files, JavaCompiler compiler) {
    try {
      return parsed(files, compiler);
    } catch (IllegalStateException | StackOverflowError e) {
      // Not even an error: the compiler itself failed.
      Map<SourceFile, Throwable> breaking =
          new Suspects(part -> parsed(part, compiler)).among(files, e);
      Map<SourceFile, Gap> errors =
          new LinkedHashMap<>(
              errors(
                  files.stream().filter(file -> !breaking.containsKey(file)).toList(), compiler));
      breaking.keySet().forEach(file -> errors.put(file, unreadable(file)));
      return errors;
    }
  }

  /** What is said of a file that the compiler itself fails on. */
  static Gap unreadable(SourceFile file) {
    return new Gap(
        new Position(file.name(), 1, 1, 1, 1), "the compiler cannot read it: it nests too deeply");
  }

  private static Map<SourceFile, Gap> parsed(List<SourceFile> files, JavaCompiler compiler) {
    Map<Path, SourceFile> byPath = new LinkedHashMap<>();
    files.forEach(file -> byPath.put(file.path(), file));
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  manager,
                  diagnostics,
                  List.of("-proc:none"),
                  null,
                  manager.getJavaFileObjectsFromPaths(byPath.keySet()));
      Iterable<? extends CompilationUnitTree> units = task.parse();
      Map<SourceFile, Gap> errors = syntaxErrors(diagnostics, byPath);
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      for (CompilationUnitTree unit : units) {
        SourceFile file = byPath.get(Path.of(unit.getSourceFile().toUri()));
        if (file != null) {
          Nesting.excess(unit)
              .ifPresent(
                  excess -> errors.putIfAbsent(file, tooDeep(file, unit, excess, positions)));
        }
      }
      return errors;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Gap tooDeep(
      SourceFile file, CompilationUnitTree unit, Nesting.Excess excess, SourcePositions positions) {
    long at = positions.getStartPosition(unit, excess.tree());
    int line = (int) Math.max(1, unit.getLineMap().getLineNumber(at));
    int column = (int) Math.max(1, unit.getLineMap().getColumnNumber(at));
    return new Gap(
        new Position(file.name(), line, column, line, column + 1),
        "not analysed: " + excess.what());
  }

  /** The first error of each file. */
  private static Map<SourceFile, Gap> syntaxErrors(
      DiagnosticCollector<JavaFileObject> diagnostics, Map<Path, SourceFile> files) {
    Map<SourceFile, Gap> errors = new LinkedHashMap<>();
    for (Diagnostic<? extends JavaFileObject> diagnostic : diagnostics.getDiagnostics()) {
      if (diagnostic.getKind() == Diagnostic.Kind.ERROR && diagnostic.getSource() != null) {
        SourceFile file = files.get(Path.of(diagnostic.getSource().toUri()));
        if (file != null) {
          errors.putIfAbsent(file, gap(file, diagnostic, "syntax error: "));
        }
      }
    }
    return errors;
  }

  /** A compiler's error as a gap. */
  static Gap gap(SourceFile file, Diagnostic<?> diagnostic, String what) {
    int line = (int) Math.max(1, diagnostic.getLineNumber());
    int column = (int) Math.max(1, diagnostic.getColumnNumber());
    String message = message(diagnostic.getMessage(Locale.ROOT).lines().toList());
    return new Gap(new Position(file.name(), line, column, line, column + 1), what + message);
  }

  /** The compiler's first line, and from those below which symbol it is about. */
  private static String message(List<String> lines) {
    return lines.stream()
        .skip(1)
        .map(String::strip)
        .filter(line -> line.startsWith(SYMBOL))
        .map(line -> lines.getFirst() + ": " + line.substring(SYMBOL.length()).strip())
        .findFirst()
        .orElseGet(lines::getFirst);
  }
}

package dev.chanlint.analyzer.project;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import dev.chanlint.model.code.Position;
import dev.chanlint.model.code.Program.Gap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;

/**
 * What a file declares.
 *
 * @param file the file
 * @param packageName its package, empty if it names none
 * @param types the binary names of the types at its top
 */
record Outline(SourceFile file, String packageName, Set<String> types) {

  private static final String SYMBOL = "symbol:";

  /**
   * Reads the outlines of files; one with a syntax error is left out and makes a gap.
   *
   * @param gaps receives the gaps
   */
  static List<Outline> of(List<SourceFile> files, JavaCompiler compiler, List<Gap> gaps) {
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
      List<Outline> outlines = new ArrayList<>();
      for (CompilationUnitTree unit : task.parse()) {
        Path path = Path.of(unit.getSourceFile().toUri());
        SourceFile file = byPath.get(path);
        if (file != null) {
          outlines.add(of(file, unit));
        }
      }
      Map<SourceFile, Gap> broken = syntaxErrors(diagnostics, byPath);
      gaps.addAll(broken.values());
      outlines.removeIf(outline -> broken.containsKey(outline.file()));
      return outlines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Outline of(SourceFile file, CompilationUnitTree unit) {
    String packageName = unit.getPackageName() == null ? "" : unit.getPackageName().toString();
    Set<String> types = new LinkedHashSet<>();
    for (Tree declaration : unit.getTypeDecls()) {
      if (declaration instanceof ClassTree type) {
        String name = type.getSimpleName().toString();
        types.add(packageName.isEmpty() ? name : packageName + "." + name);
      }
    }
    return new Outline(file, packageName, types);
  }

  /** The first error of each file. */
  private static Map<SourceFile, Gap> syntaxErrors(
      DiagnosticCollector<JavaFileObject> diagnostics, Map<Path, SourceFile> files) {
    Map<SourceFile, Gap> errors = new HashMap<>();
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

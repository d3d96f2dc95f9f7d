package dev.chanlint.analyzer.confirm;

import dev.chanlint.explorer.Site;
import dev.chanlint.model.code.Function;
import dev.chanlint.model.code.Position;
import dev.chanlint.model.code.Program;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells which source file a class came from: executions speak of classes and lines, findings of
 * files and lines.
 */
public final class SourceMap {

  private final Map<String, String> fileOfClass;

  private SourceMap(Map<String, String> fileOfClass) {
    this.fileOfClass = fileOfClass;
  }

  /**
   * The map of a program.
   *
   * @param program the code
   * @return its classes' files
   */
  public static SourceMap of(Program program) {
    Map<String, String> files = new HashMap<>();
    Set<String> ambiguous = new HashSet<>();
    for (Function function : program.functions().values()) {
      if (!isOwnedByItsClass(function)) {
        continue;
      }
      String owner = topLevel(function.method().owner());
      String known = files.putIfAbsent(owner, function.at().file());
      if (known != null && !known.equals(function.at().file())) {
        ambiguous.add(owner);
      }
    }
    files.keySet().removeAll(ambiguous);
    return new SourceMap(Map.copyOf(files));
  }

  /** A lambda's method is that of its functional interface, which says nothing of its file. */
  private static boolean isOwnedByItsClass(Function function) {
    return switch (function.kind()) {
      case METHOD, CONSTRUCTOR, STATIC_INITIALIZER, BRIDGE -> true;
      case LAMBDA, METHOD_REFERENCE, LAUNCHER -> false;
    };
  }

  /**
   * The file that a place in the running code came from.
   *
   * @param site the place
   * @return the path as the user named it; empty for code that is not of the program's sources, and
   *     for a class that two files declare
   */
  public Optional<String> fileOf(Site site) {
    return Optional.ofNullable(fileOfClass.get(topLevel(site.className())))
        .filter(file -> site.file().isEmpty() || simpleName(file).equals(site.file()));
  }

  /**
   * Whether a place in the running code lies in a stretch of source.
   *
   * @param site the place
   * @param position the stretch
   * @return true if file and line agree
   */
  public boolean isIn(Site site, Position position) {
    return site.line() >= position.line()
        && site.line() <= position.endLine()
        && fileOf(site).filter(position.file()::equals).isPresent();
  }

  private static String topLevel(String className) {
    int nested = className.indexOf('$', 1);
    return nested < 0 ? className : className.substring(0, nested);
  }

  /**
   * The last part of a file's path.
   *
   * @param file the path
   * @return its name
   */
  public static String simpleName(String file) {
    return file.substring(file.lastIndexOf('/') + 1);
  }
}

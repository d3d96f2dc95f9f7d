package dev.chanlint.analyzer.confirm;

import dev.chanlint.explorer.Site;
import dev.chanlint.model.code.Function;
import dev.chanlint.model.code.Position;
import dev.chanlint.model.code.Program;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Tells which source file a class came from: executions speak of classes and lines, findings of
 * files and lines.
 */
public final class SourceMap {

  private final Map<String, String> fileOfClass;
  private final Map<String, List<Position>> declarations;

  private SourceMap(Map<String, String> fileOfClass, Map<String, List<Position>> declarations) {
    this.fileOfClass = fileOfClass;
    this.declarations = declarations;
  }

  /**
   * The map of a program.
   *
   * @param program the code
   * @return its classes' files
   */
  public static SourceMap of(Program program) {
    Map<String, String> files = new HashMap<>();
    Map<String, List<Position>> declarations = new HashMap<>();
    Set<String> ambiguous = new HashSet<>();
    for (Function function : program.functions().values()) {
      if (!isOwnedByItsClass(function)) {
        continue;
      }
      declarations
          .computeIfAbsent(
              nameOf(function.method().owner(), function.method().name()), k -> new ArrayList<>())
          .add(function.at());
      String owner = topLevel(function.method().owner());
      String known = files.putIfAbsent(owner, function.at().file());
      if (known != null && !known.equals(function.at().file())) {
        ambiguous.add(owner);
      }
    }
    files.keySet().removeAll(ambiguous);
    return new SourceMap(Map.copyOf(files), Map.copyOf(declarations));
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
    return linesOf(site).anyMatch(line -> line >= position.line() && line <= position.endLine())
        && fileOf(site).filter(position.file()::equals).isPresent();
  }

  /** The entry of a {@code synchronized} method has no line of its own: it is the declaration's. */
  private IntStream linesOf(Site site) {
    return site.line() > 0
        ? IntStream.of(site.line())
        : declarations.getOrDefault(nameOf(site.className(), site.method()), List.of()).stream()
            .mapToInt(Position::line);
  }

  private static String nameOf(String owner, String method) {
    return owner + "#" + method;
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

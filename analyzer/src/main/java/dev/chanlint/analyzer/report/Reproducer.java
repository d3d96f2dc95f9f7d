package dev.chanlint.analyzer.report;

import dev.chanlint.explorer.Failure;
import dev.chanlint.explorer.witness.Painter;
import dev.chanlint.explorer.witness.WitnessText;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/**
 * The source of a JUnit 5 test that replays a witness. It fails as long as the fault is there; once
 * the code has changed so that the schedule is none of its own, it is explored anew.
 */
public final class Reproducer {

  private static final String EXTENSION = ".java";

  private Reproducer() {}

  /**
   * The class that a source file has to declare.
   *
   * @param file the file
   * @return the simple name; empty if the file's name is none of a Java source
   */
  public static Optional<String> className(Path file) {
    String name = String.valueOf(file.getFileName());
    return Optional.of(name)
        .filter(text -> text.endsWith(EXTENSION))
        .map(text -> text.substring(0, text.length() - EXTENSION.length()))
        .filter(text -> SourceVersion.isName(text) && !text.contains("."));
  }

  /**
   * Writes the source.
   *
   * @param file where it is to stand
   * @param entry what was explored
   * @param failure the fault
   * @return the source, in the package of what was explored
   * @throws IllegalArgumentException if the file's name is none of a Java source
   */
  public static String source(Path file, String entry, Failure failure) {
    String type =
        className(file)
            .orElseThrow(() -> new IllegalArgumentException(file + " is no Java source file"));
    return """
    %simport dev.chanlint.explorer.junit.ExploreTest;

    // Fails until this is fixed:
    //
    %s
    final class %s {

      @ExploreTest(
          entry = "%s",
          replay = "%s")
      void %s() {}
    }
    """
        .formatted(
            packageOf(entry),
            comment(WitnessText.render(failure, Painter.PLAIN)),
            type,
            entry,
            failure.schedule(),
            WitnessText.word(failure));
  }

  private static String packageOf(String entry) {
    String type = entry.replaceFirst("#.*", "");
    int end = type.lastIndexOf('.');
    return end < 0 ? "" : "package " + type.substring(0, end) + ";\n\n";
  }

  /** A backslash could begin an escape that ends the line, even in a comment. */
  private static String comment(String text) {
    return text.lines()
        .map(line -> ("// " + line.replace("\\", "\\\\")).stripTrailing())
        .collect(Collectors.joining("\n"));
  }
}

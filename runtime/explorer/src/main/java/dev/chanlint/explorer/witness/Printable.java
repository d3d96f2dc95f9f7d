package dev.chanlint.explorer.witness;

import java.util.stream.Collectors;

/** Text from the code under test, made safe to print: it may hold anything. */
public final class Printable {

  private Printable() {}

  /**
   * The text on one line, its control characters written as escapes.
   *
   * @param text any text
   * @return what may be printed
   */
  public static String line(String text) {
    return text.chars().mapToObj(Printable::escaped).collect(Collectors.joining());
  }

  private static String escaped(int c) {
    return switch (c) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default ->
          Character.isISOControl(c) || Character.getType(c) == Character.FORMAT
              ? String.format("\\u%04x", c)
              : Character.toString(c);
    };
  }
}

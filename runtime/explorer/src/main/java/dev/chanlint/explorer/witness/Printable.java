package dev.chanlint.explorer.witness;

import java.util.stream.Collectors;

/** Text from the code under test, made safe to print: it may hold anything. */
public final class Printable {

  private Printable() {}

  /**
   * The text on one line, with escapes for what a reader would not see as itself.
   *
   * @param text any text
   * @return what may be printed
   */
  public static String line(String text) {
    return text.codePoints().mapToObj(Printable::escaped).collect(Collectors.joining());
  }

  private static String escaped(int c) {
    return switch (c) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> isSeenAsItself(c) ? Character.toString(c) : unicode(c);
    };
  }

  private static String unicode(int c) {
    return Character.toString(c)
        .chars()
        .mapToObj(unit -> String.format("\\u%04x", unit))
        .collect(Collectors.joining());
  }

  /**
   * Whether a character neither controls what shows it nor ends a line, turns the direction of
   * others, hides, or is half of one.
   *
   * @param c a code point
   * @return whether a reader sees it as itself
   */
  public static boolean isSeenAsItself(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          false;
      default -> true;
    };
  }
}

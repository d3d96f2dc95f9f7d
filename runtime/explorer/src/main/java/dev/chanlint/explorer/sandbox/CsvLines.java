package dev.chanlint.explorer.sandbox;

import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The lines of a {@code @CsvSource}, taken apart as JUnit does. */
final class CsvLines {

  private final String delimiter;
  private final char quote;
  private final String empty;
  private final Set<String> nulls;
  private final boolean trimmed;

  private CsvLines(String delimiter, char quote, String empty, Set<String> nulls, boolean trimmed) {
    this.delimiter = delimiter;
    this.quote = quote;
    this.empty = empty;
    this.nulls = nulls;
    this.trimmed = trimmed;
  }

  /** The fields of each line: texts, and nulls. */
  static List<@Nullable Object[]> of(Annotation source) {
    CsvLines lines =
        new CsvLines(
            delimiter(source),
            Annotations.element(source, "quoteCharacter", Character.class),
            Annotations.element(source, "emptyValue", String.class),
            Set.of(Annotations.element(source, "nullValues", String[].class)),
            Annotations.element(source, "ignoreLeadingAndTrailingWhitespace", Boolean.class));
    Stream<String> given = Stream.of(Annotations.element(source, "value", String[].class));
    Stream<String> block =
        Annotations.element(source, "textBlock", String.class)
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"));
    boolean hasHeader = Annotations.element(source, "useHeadersInDisplayName", Boolean.class);
    return Stream.concat(given, block).skip(hasHeader ? 1 : 0).map(lines::fields).toList();
  }

  private static String delimiter(Annotation source) {
    String text = Annotations.element(source, "delimiterString", String.class);
    char character = Annotations.element(source, "delimiter", Character.class);
    return !text.isEmpty() ? text : character == '\0' ? "," : String.valueOf(character);
  }

  private @Nullable Object[] fields(String line) {
    List<@Nullable Object> fields = new ArrayList<>();
    int begin = 0;
    while (begin <= line.length()) {
      int end = end(line, begin);
      fields.add(field(line.substring(begin, end)));
      begin = end + delimiter.length();
    }
    return fields.toArray();
  }

  /** Where the field ends that begins here: at a delimiter outside quotes, or with the line. */
  private int end(String line, int begin) {
    boolean quoted = false;
    for (int i = begin; i < line.length(); i++) {
      if (line.charAt(i) == quote) {
        quoted = !quoted;
      } else if (!quoted && line.startsWith(delimiter, i)) {
        return i;
      }
    }
    return line.length();
  }

  private @Nullable String field(String text) {
    String stripped = text.strip();
    if (stripped.length() > 1
        && stripped.charAt(0) == quote
        && stripped.charAt(stripped.length() - 1) == quote) {
      String inner = stripped.substring(1, stripped.length() - 1);
      return inner.isEmpty()
          ? empty
          : inner.replace(String.valueOf(quote) + quote, String.valueOf(quote));
    }
    String field = trimmed ? stripped : text;
    return field.isEmpty() || nulls.contains(field) ? null : field;
  }
}

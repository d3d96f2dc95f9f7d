package dev.chanlint.analyzer.config;

import java.util.stream.Collectors;

/** A {@code chanlint.toml} that sets nothing and explains everything. */
public final class ConfigTemplate {

  private static final String HEAD =
      """
      # What chanlint does here. Found upward from the files that it checks; flags of the same names
      # count more. Each key is shown with an example; take the # away to set it.
      """;
  private static final int WIDTH = 100;

  private ConfigTemplate() {}

  /**
   * Writes the text.
   *
   * @return the text, each line ended
   */
  public static String text() {
    return Key.all().stream().map(ConfigTemplate::text).collect(Collectors.joining("", HEAD, ""));
  }

  private static String text(Key<?> key) {
    return "\n" + wrapped(key.description()) + "# " + key.name() + " = " + key.example() + "\n";
  }

  private static String wrapped(String text) {
    StringBuilder lines = new StringBuilder();
    StringBuilder line = new StringBuilder("#");
    for (String word : text.split(" ", -1)) {
      if (line.length() + 1 + word.length() > WIDTH) {
        lines.append(line).append('\n');
        line = new StringBuilder("#");
      }
      line.append(' ').append(word);
    }
    return lines.append(line).append('\n').toString();
  }
}

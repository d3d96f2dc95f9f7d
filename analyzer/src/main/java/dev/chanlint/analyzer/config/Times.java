package dev.chanlint.analyzer.config;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads times such as {@code 500ms}, {@code 10s}, {@code 2m}. */
public final class Times {

  static final String PATTERN = "([0-9]{1,9})(ms|s|m)";
  private static final Pattern TIME = Pattern.compile(PATTERN);

  private Times() {}

  /**
   * Reads a time.
   *
   * @param text the text
   * @return the time
   * @throws IllegalArgumentException if it is none
   */
  public static Duration parse(String text) {
    Matcher time = TIME.matcher(text);
    if (!time.matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is no time; it reads like 500ms, 10s or 2m");
    }
    long number = Long.parseLong(time.group(1));
    return switch (time.group(2)) {
      case "ms" -> Duration.ofMillis(number);
      case "s" -> Duration.ofSeconds(number);
      default -> Duration.ofMinutes(number);
    };
  }
}

package dev.chanlint.analyzer.config;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much may be run. What is not said is as it would be without.
 *
 * @param time how long, if that is said
 * @param executions how many executions, if that is said
 */
public record Amount(Optional<Duration> time, OptionalLong executions) {

  /** Nothing is said. */
  static final Amount UNSAID = new Amount(Optional.empty(), OptionalLong.empty());

  private static final String NUMBER = "[1-9][0-9]{0,11}";
  static final String PATTERN = Times.PATTERN + "(," + NUMBER + ")?|" + NUMBER;
  private static final Pattern PARTS =
      Pattern.compile("(?<time>[0-9]+[a-z]+)?,?(?<executions>[0-9]+)?");

  /**
   * Reads an amount such as {@code 500ms}, {@code 10s}, {@code 5000} (executions) or {@code
   * 2m,100000}.
   *
   * @param text the text
   * @return the amount
   * @throws IllegalArgumentException if it is none
   */
  static Amount parse(String text) {
    Matcher parts = PARTS.matcher(text);
    if (!text.matches(PATTERN) || !parts.matches()) {
      throw new IllegalArgumentException(
          "'"
              + text
              + "' is no amount; it reads like 500ms, 10s, 2m, 5000 (executions) or 10s,5000");
    }
    String executions = parts.group("executions");
    return new Amount(
        Optional.ofNullable(parts.group("time")).map(Times::parse),
        executions == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(executions)));
  }
}

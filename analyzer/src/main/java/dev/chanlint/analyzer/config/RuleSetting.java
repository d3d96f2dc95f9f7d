package dev.chanlint.analyzer.config;

import dev.chanlint.rules.Level;
import java.util.Locale;
import java.util.Optional;

/** What is to become of a rule. */
public enum RuleSetting {
  /** It reports nothing. */
  OFF,
  /** All that it reports is a note. */
  NOTE,
  /** All that it reports is a warning. */
  WARNING,
  /** All that it reports is an error. */
  ERROR,
  /** It reports, and so does no rule that is not set so. */
  ONLY;

  /**
   * The level that its findings have, whatever their verdict.
   *
   * @return the level; empty if verdict and rule decide
   */
  public Optional<Level> level() {
    return switch (this) {
      case OFF, ONLY -> Optional.empty();
      case NOTE -> Optional.of(Level.NOTE);
      case WARNING -> Optional.of(Level.WARNING);
      case ERROR -> Optional.of(Level.ERROR);
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}

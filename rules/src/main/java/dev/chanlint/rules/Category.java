package dev.chanlint.rules;

import java.util.Locale;

/** The five kinds of mistakes. */
public enum Category {
  /** Goroutines that never end. */
  LEAK,
  /** Channels closed by the wrong side, too early, twice or never. */
  CLOSE,
  /** State shared without order. */
  RACE,
  /** Goroutines that wait for one another. */
  DEADLOCK,
  /** An API used against its contract. */
  MISUSE;

  /**
   * The prefix of the rules' ids.
   *
   * @return the name in lower case
   */
  public String prefix() {
    return name().toLowerCase(Locale.ROOT);
  }
}

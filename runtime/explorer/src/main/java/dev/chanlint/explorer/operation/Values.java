package dev.chanlint.explorer.operation;

import org.jspecify.annotations.Nullable;

/** The short text of values. */
final class Values {

  private static final int LONGEST = 40;

  private Values() {}

  /** The text of a value that has a short one and runs no code under test; else empty. */
  static String text(@Nullable Object value) {
    if (value instanceof Number
        || value instanceof Boolean
        || value instanceof Character
        || value instanceof String
        || value instanceof Enum<?>) {
      String text = value instanceof Enum<?> constant ? constant.name() : value.toString();
      return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
    return "";
  }
}

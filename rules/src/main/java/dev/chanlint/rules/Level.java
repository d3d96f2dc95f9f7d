package dev.chanlint.rules;

/** How grave a finding is by its rule alone, before any verdict. */
public enum Level {
  /** Wrong in every reading. */
  ERROR,
  /** Wrong as far as the analysis sees. */
  WARNING,
  /** Worth a look. */
  NOTE
}

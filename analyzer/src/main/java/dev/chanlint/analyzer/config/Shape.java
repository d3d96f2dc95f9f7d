package dev.chanlint.analyzer.config;

/** What a value looks like in TOML. */
public enum Shape {
  /** One of a few words. */
  WORD("one of"),
  /** A string. */
  TEXT("a string"),
  /** A whole number, at least 1. */
  NUMBER("a whole number"),
  /** True or false. */
  FLAG("true or false"),
  /** An array of strings. */
  TEXTS("an array of strings"),
  /** A table of rules and their settings. */
  RULES("a table of rules");

  private final String words;

  Shape(String words) {
    this.words = words;
  }

  /** What to call it in a complaint. */
  String words() {
    return words;
  }
}

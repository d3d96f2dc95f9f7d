package dev.chanlint.explorer.witness;

/** Colours text for a terminal. */
@FunctionalInterface
public interface Painter {

  /** Leaves text as it is. */
  Painter PLAIN = (style, text) -> text;

  /**
   * Colours a text.
   *
   * @param style what it is
   * @param text the text
   * @return the text between the terminal's control sequences
   */
  String paint(Style style, String text);
}

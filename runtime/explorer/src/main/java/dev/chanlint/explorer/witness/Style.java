package dev.chanlint.explorer.witness;

/** What a stretch of text is, for whoever paints it. */
public enum Style {
  /** A place in a file. */
  PLACE,
  /** The word for an error. */
  ERROR,
  /** The word for a warning. */
  WARNING,
  /** The word for a note. */
  NOTE,
  /** A caret line, an arrow. */
  MARK,
  /** What is at fault in a witness. */
  FAULT,
  /** A heading. */
  HEADING,
  /** What stands back. */
  FAINT,
  /** Code in a page. */
  CODE
}

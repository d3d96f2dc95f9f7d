package dev.chanlint.analyzer.lsp;

import dev.chanlint.model.code.Position;
import java.util.Optional;

/** Something that the user must put right. */
public final class LinterException extends Exception {

  private static final long serialVersionUID = 1;

  private final String message;
  private final transient Optional<Position> at;

  /**
   * A mistake.
   *
   * @param message one line that says what is wrong
   * @param at where, if it is in a source file
   */
  public LinterException(String message, Optional<Position> at) {
    super(message);
    this.message = message;
    this.at = at;
  }

  @Override
  public String getMessage() {
    return message;
  }

  /** Where it is, if in a source file. */
  Optional<Position> at() {
    return at;
  }
}

package dev.chanlint.analyzer.cli;

import dev.chanlint.model.code.Position;
import java.util.Optional;

/** Something that the user must put right; its message is one line that says what and where. */
final class UserException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient Optional<Position> at;
  private final String what;

  UserException(String message) {
    super(message);
    this.at = Optional.empty();
    this.what = message;
  }

  /** What is wrong in a source file. */
  UserException(Position at, String what) {
    super(at + ": " + what);
    this.at = Optional.of(at);
    this.what = what;
  }

  /** The cause's own message is for the user. */
  UserException(Exception cause) {
    this(String.valueOf(cause.getMessage()), cause);
  }

  UserException(String message, Throwable cause) {
    super(message, cause);
    this.at = Optional.empty();
    this.what = message;
  }

  /** Where it is, if that is in a source file. */
  Optional<Position> at() {
    return at;
  }

  /** What is wrong, without the place. */
  String what() {
    return what;
  }
}

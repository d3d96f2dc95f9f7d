package dev.chanlint.analyzer.cli;

/** Something that the user must put right; its message is one line that says what and where. */
final class UserException extends RuntimeException {

  private static final long serialVersionUID = 1;

  UserException(String message) {
    super(message);
  }

  /** The cause's own message is for the user. */
  UserException(Exception cause) {
    super(String.valueOf(cause.getMessage()), cause);
  }

  UserException(String message, Throwable cause) {
    super(message, cause);
  }
}

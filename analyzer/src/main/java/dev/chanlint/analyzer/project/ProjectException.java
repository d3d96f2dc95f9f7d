package dev.chanlint.analyzer.project;

/** Nothing can be analysed; the message is one line that says what is wrong and where. */
public final class ProjectException extends Exception {

  private static final long serialVersionUID = 1;

  private final String message;

  /**
   * A reason.
   *
   * @param message for the user
   */
  public ProjectException(String message) {
    super(message);
    this.message = message;
  }

  @Override
  public String getMessage() {
    return message;
  }
}

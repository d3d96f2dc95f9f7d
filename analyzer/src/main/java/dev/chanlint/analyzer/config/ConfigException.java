package dev.chanlint.analyzer.config;

/**
 * A mistake in what the user set; the message is one line that says where, what, and what to do.
 */
public final class ConfigException extends Exception {

  private static final long serialVersionUID = 1;

  /**
   * A mistake.
   *
   * @param message for the user
   */
  public ConfigException(String message) {
    super(message);
  }
}

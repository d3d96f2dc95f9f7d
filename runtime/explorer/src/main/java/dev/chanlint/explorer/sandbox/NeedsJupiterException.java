package dev.chanlint.explorer.sandbox;

/** A test asks for what only JUnit's own engine can do; seen before it runs, or while. */
final class NeedsJupiterException extends RuntimeException {

  private static final long serialVersionUID = 1;

  NeedsJupiterException(String reason) {
    super(reason);
  }
}

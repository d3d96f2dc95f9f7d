package dev.chanlint.analyzer.front;

/** Source that the front end cannot make sense of; ends up as a gap. */
final class NotUnderstood extends RuntimeException {

  private static final long serialVersionUID = 1;

  NotUnderstood(String what) {
    super(what);
  }
}

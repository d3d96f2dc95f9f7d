package dev.chanlint.runtime;

/** Why a {@link Context} is done. */
public abstract sealed class ContextException extends Exception {

  private ContextException(String message) {
    super(message);
  }

  /** It, or one above it, was cancelled: Go's {@code context.Canceled}. */
  public static final class Canceled extends ContextException {

    /** Creates the exception, with the message {@code context canceled}. */
    public Canceled() {
      super("context canceled");
    }
  }

  /** Its deadline, or that of one above it, passed: Go's {@code context.DeadlineExceeded}. */
  public static final class DeadlineExceeded extends ContextException {

    /** Creates the exception, with the message {@code context deadline exceeded}. */
    public DeadlineExceeded() {
      super("context deadline exceeded");
    }
  }
}

package dev.chanlint.explorer.engine;

/** The code under test did something else when it was run again under the same schedule. */
public final class NondeterminismException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /**
   * Tells where it was seen.
   *
   * @param step the step, from 0
   */
  public NondeterminismException(int step) {
    super(
        "the code under test does not do the same each time: under the same schedule, step "
            + (step + 1)
            + " differs");
  }
}

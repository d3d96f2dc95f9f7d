package dev.chanlint.explorer.juc;

import dev.chanlint.explorer.engine.Execution;

/** What a model leaves out: to use it takes the program out of control, which is told as such. */
final class Unmodelled {

  private Unmodelled() {}

  /**
   * Says that the program has left control.
   *
   * @return to be thrown where the caller has no value to go on with
   */
  static UnsupportedOperationException unmodelled(String what) {
    Execution.require().uncontrolled("uses " + what + ", which is not modelled");
    return new UnsupportedOperationException(what);
  }
}

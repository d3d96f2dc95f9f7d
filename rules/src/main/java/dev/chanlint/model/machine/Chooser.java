package dev.chanlint.model.machine;

/** Who decides what the program leaves open. */
public interface Chooser {

  /**
   * Decides.
   *
   * @param kind what about
   * @param options how many ways there are, at least two
   * @param preferred the way to try first
   * @return a number below {@code options}
   */
  int choose(Kind kind, int options, int preferred);

  /** What a choice is about. */
  enum Kind {
    /** The value of a symbol. */
    DATA,
    /**
     * The value of what code gave that the machine does not know: the run rests on it from then.
     */
    GUESS,
    /** Which ready case a select takes, which waiter is woken. */
    PARTNER
  }
}

package dev.chanlint.runtime.engine;

/**
 * How long a goroutine keeps looking for what it waits for before it parks; it learns that from its
 * last waits. To be woken from a park costs many times what a value costs that another processor is
 * just about to hand over; to look in vain costs the other goroutines that could have run here.
 *
 * <p>So a goroutine parks at first; it looks for a short while at one of its next waits, and for
 * longer as soon as that succeeded. Each failure doubles the number of waits until it tries again,
 * so that those who wait for long, or for one who waits for this processor, lose next to nothing.
 * One whose looking succeeds never leaves the processor, so now and then it yields, for the sake of
 * those that do not get on otherwise.
 *
 * <p>Belongs to one thread.
 */
final class Patience {

  private static final boolean OTHERS_RUN = Runtime.getRuntime().availableProcessors() > 1;

  /** How many looks when it is not known whether that helps; a look takes some 10 to 40 ns. */
  private static final int PROBE = 80;

  /** How many looks when it helped the last time. */
  private static final int LONG = 200;

  /** How many waits at first, and how many at most, pass without a look. */
  private static final int FEW = 3;

  private static final int MANY = 255;

  /** After how many successes to yield. */
  private static final int STREAK = 256;

  private int looks = PROBE;
  private int lastPass;
  private int pass;
  private int streak;

  /** Creates that of a goroutine; it may end up having waited but a few times. */
  Patience() {
    this(FEW);
  }

  private Patience(int pass) {
    this.pass = pass;
    this.lastPass = pass;
  }

  /**
   * Creates that of a thread which is no goroutine, for one wait, of which it can learn nothing.
   */
  static Patience ofOther() {
    return new Patience(0);
  }

  /** How many looks to take in the wait that begins now; 0 to park at once. */
  int looks() {
    if (pass > 0) {
      pass--;
      return 0;
    }
    return OTHERS_RUN ? looks : 0;
  }

  /** The looks that it took found what they looked for. */
  void succeeded() {
    looks = LONG;
    lastPass = 0;
    if (++streak == STREAK) {
      streak = 0;
      Thread.yield();
    }
  }

  /** The looks that it took were in vain. */
  void failed() {
    looks = PROBE;
    lastPass = Math.min(MANY, 2 * lastPass + 1);
    pass = lastPass;
  }
}

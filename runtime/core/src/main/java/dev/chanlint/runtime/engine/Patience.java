package dev.chanlint.runtime.engine;

/**
 * How long a goroutine keeps looking for what it waits for before it parks; it learns that from its
 * last waits. To be woken from a park costs many times what a value costs that another processor is
 * just about to hand over; to look in vain costs the other goroutines that could have run here.
 *
 * <p>So a goroutine parks at first; it looks for a short while at one of its next waits, and for
 * longer as soon as that succeeded. Each failure doubles the number of waits until it tries again,
 * and each success halves it: so it comes to look at every wait if that mostly succeeds, and those
 * who wait for long, or for one who waits for this processor, lose next to nothing. One whose
 * looking succeeds never leaves the processor, so now and then it yields, for the sake of those
 * that do not get on otherwise. One that is new believes what another learnt last: goroutines of a
 * kind come in great numbers, and each would pay for what all find out.
 *
 * <p>Belongs to one thread, but for what is handed on to new ones: an old value of that is as good.
 */
final class Patience {

  private static final boolean OTHERS_RUN = Runtime.getRuntime().availableProcessors() > 1;

  /** How many looks when it is not known whether that helps; a look takes some 10 to 40 ns. */
  private static final int PROBE = 80;

  /** How many looks when it helped the last time. */
  private static final int LONG = 200;

  /**
   * How many waits at first pass without a look. Many a goroutine waits no more often in its life,
   * and needs no patience.
   */
  static final int FEW = 3;

  /** How many waits at most pass without a look. */
  private static final int MANY = 255;

  /** After how many successes to yield. */
  private static final int STREAK = 256;

  /** How many waits to pass without a look, as some goroutine learnt last. */
  private static int handedOn = FEW;

  private int looks = PROBE;
  private int lastPass;
  private int pass;
  private int streak;

  private Patience(int lastPass, int pass) {
    this.lastPass = lastPass;
    this.pass = pass;
  }

  /** Creates that of a goroutine after its first {@link #FEW} waits. */
  static Patience ofGoroutine() {
    int learnt = handedOn;
    return learnt <= FEW ? new Patience(FEW, 0) : new Patience(learnt, learnt);
  }

  /**
   * Creates that of a thread which is no goroutine, for one wait, of which it can learn nothing.
   */
  static Patience ofOther() {
    return new Patience(FEW, 0);
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
    learn(lastPass / 2);
    if (++streak == STREAK) {
      streak = 0;
      Thread.yield();
    }
  }

  /** The looks that it took were in vain. */
  void failed() {
    looks = PROBE;
    learn(Math.min(MANY, 2 * lastPass + 1));
  }

  private void learn(int toPass) {
    pass = toPass;
    if (lastPass != toPass) {
      lastPass = toPass;
      handedOn = toPass;
    }
  }
}

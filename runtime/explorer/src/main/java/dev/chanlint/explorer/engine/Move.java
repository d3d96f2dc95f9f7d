package dev.chanlint.explorer.engine;

/**
 * A transition as a search remembers it from one execution to the next: who takes part with which
 * alternatives, and its footprint. Goroutines and cells are numbered in the order in which they
 * came up, so a move means the same in every execution that has the same steps before it.
 *
 * @param key who and which, packed (see {@link #key})
 * @param footprint what it depends on and changes
 */
public record Move(long key, Footprint footprint) {

  /** The most goroutines that an execution may have. */
  static final int MAX_GOROUTINES = 1 << 20;

  /** The most alternatives that an operation may have. */
  static final int MAX_ALTERNATIVES = 1 << 12;

  /** Packs the goroutines and their alternatives; the partner is 0 if there is none. */
  public static long key(int goroutine, int alternative, int partner, int partnersAlternative) {
    return (long) goroutine << 44
        | (long) alternative << 32
        | (long) partner << 12
        | partnersAlternative;
  }

  /** The goroutine; the sender of a rendezvous. */
  public static int goroutine(long key) {
    return (int) (key >>> 44);
  }

  /** The alternative that the goroutine takes. */
  public static int alternative(long key) {
    return (int) (key >>> 32) & MAX_ALTERNATIVES - 1;
  }

  /** The partner, or 0. */
  public static int partner(long key) {
    return (int) (key >>> 12) & MAX_GOROUTINES - 1;
  }

  /** The alternative that the partner takes. */
  public static int partnersAlternative(long key) {
    return (int) key & MAX_ALTERNATIVES - 1;
  }

  /** Whether the goroutine takes part. */
  public static boolean involves(long key, int goroutine) {
    return goroutine(key) == goroutine || partner(key) == goroutine;
  }

  /** Whether both orders of the two moves may differ. */
  public boolean dependsOn(Move other) {
    return involves(key, goroutine(other.key))
        || partner(other.key) != 0 && involves(key, partner(other.key))
        || footprint.conflicts(other.footprint);
  }
}

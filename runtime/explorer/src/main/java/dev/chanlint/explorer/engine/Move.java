package dev.chanlint.explorer.engine;

/**
 * A transition as a search remembers it from one execution to the next: who takes part with which
 * alternatives, and its footprint. Goroutines and cells have the numbers of {@link Names}, so a
 * move means the same in every execution in which what its goroutines did before is the same.
 *
 * @param key who and which, packed (see {@link #key})
 * @param footprint what it depends on and changes
 */
public record Move(long key, Footprint footprint) {

  /** The most goroutines that an execution may have. */
  static final int MAX_GOROUTINES = 1 << 20;

  /** More alternatives than an operation may have. */
  static final int MAX_ALTERNATIVES = 1 << 12;

  /** An alternative that no operation has: any of those that it has. */
  private static final int ANY = MAX_ALTERNATIVES - 1;

  /** Any move of a goroutine, for one of which it is not known what it can do. */
  public static Move any(int goroutine, Footprint interest) {
    return new Move(key(goroutine, ANY, 0, 0), interest);
  }

  /** Whether it stands for any move of its goroutine. */
  public boolean isAny() {
    return alternative(key) == ANY;
  }

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

  /** Whether a goroutine takes part. */
  public boolean involves(int goroutine) {
    return involves(key, goroutine);
  }

  /** Whether a goroutine of the other takes part. */
  public boolean sharesGoroutine(Move other) {
    return involves(goroutine(other.key))
        || partner(other.key) != 0 && involves(partner(other.key));
  }

  /** Whether this, made after another move, depends on that. */
  public boolean follows(Move earlier) {
    return sharesGoroutine(earlier) || footprint.follows(earlier.footprint);
  }

  /** Whether both orders of the two moves may differ. */
  public boolean dependsOn(Move other) {
    return sharesGoroutine(other) || footprint.conflicts(other.footprint);
  }
}

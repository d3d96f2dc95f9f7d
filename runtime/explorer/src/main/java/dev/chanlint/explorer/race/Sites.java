package dev.chanlint.explorer.race;

import dev.chanlint.explorer.Site;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The places in instrumented code that access shared memory, numbered. Instrumented code passes the
 * number, a constant, so that an access need not read its stack. A {@link Watch} tells what an
 * exploration knows of them.
 */
public final class Sites {

  /**
   * A place and what it accesses.
   *
   * @param site where
   * @param accessed for a reader, such as {@code Account.balance}
   * @param ordinal how many lines before it in its method access the same
   */
  public record Access(Site site, String accessed, int ordinal) {

    /**
     * What stands for the place in a schedule: the same in every process, and wherever the lines of
     * the same code stand.
     */
    private String key() {
      String text = site.essence() + " " + accessed + " " + ordinal;
      return Integer.toHexString(text.hashCode());
    }
  }

  private record Numbered(Access access, String key) {}

  private static final Map<Access, Integer> NUMBERS = new HashMap<>();

  /** Grows under the lock; an element is written before its number is given away. */
  private static volatile Numbered[] places = new Numbered[1024];

  private Sites() {}

  /** The number of a place, the same for equal places. */
  public static synchronized int number(Access access) {
    Integer known = NUMBERS.get(access);
    if (known != null) {
      return known;
    }
    int number = NUMBERS.size();
    Numbered[] all = number == places.length ? Arrays.copyOf(places, 2 * number) : places;
    all[number] = new Numbered(access, access.key());
    places = all;
    NUMBERS.put(access, number);
    return number;
  }

  /** The place with a number. */
  public static Access at(int number) {
    return places[number].access();
  }

  /** What stands for the place with a number in a schedule. */
  static String key(int number) {
    return places[number].key();
  }
}

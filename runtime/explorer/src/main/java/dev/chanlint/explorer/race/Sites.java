package dev.chanlint.explorer.race;

import dev.chanlint.explorer.Site;
import java.util.HashMap;
import java.util.Map;

/**
 * The places in instrumented code that access shared memory, numbered. Instrumented code passes the
 * number, a constant, so that an access need not read its stack.
 */
public final class Sites {

  /**
   * A place and what it accesses.
   *
   * @param site where
   * @param accessed for a reader, such as {@code Account.balance}
   */
  public record Access(Site site, String accessed) {}

  private static final Map<Access, Integer> NUMBERS = new HashMap<>();
  private static volatile Access[] accesses = new Access[1024];

  private Sites() {}

  /** The number of a place, the same for equal places. */
  public static synchronized int number(Access access) {
    Integer known = NUMBERS.get(access);
    if (known != null) {
      return known;
    }
    int number = NUMBERS.size();
    if (number == accesses.length) {
      accesses = java.util.Arrays.copyOf(accesses, 2 * number);
    }
    accesses[number] = access;
    NUMBERS.put(access, number);
    return number;
  }

  /** The place with a number. */
  public static Access at(int number) {
    return accesses[number];
  }
}

package dev.chanlint.explorer.race;

import dev.chanlint.explorer.Site;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

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
  private static volatile boolean[] executed = new boolean[1024];

  private Sites() {}

  /** The number of a place, the same for equal places. */
  public static synchronized int number(Access access) {
    Integer known = NUMBERS.get(access);
    if (known != null) {
      return known;
    }
    int number = NUMBERS.size();
    if (number == accesses.length) {
      accesses = Arrays.copyOf(accesses, 2 * number);
      executed = Arrays.copyOf(executed, 2 * number);
    }
    accesses[number] = access;
    NUMBERS.put(access, number);
    return number;
  }

  /** The place with a number. */
  public static Access at(int number) {
    return accesses[number];
  }

  /** Notes that a place was reached. */
  static void execute(int number) {
    executed[number] = true;
  }

  /** The places reached since {@link #forgetExecuted}. */
  public static synchronized Set<Site> executed() {
    Set<Site> sites = new HashSet<>();
    for (int i = 0; i < NUMBERS.size(); i++) {
      if (executed[i]) {
        sites.add(accesses[i].site());
      }
    }
    return sites;
  }

  /** Begins to note anew which places are reached. */
  public static synchronized void forgetExecuted() {
    Arrays.fill(executed, false);
  }
}

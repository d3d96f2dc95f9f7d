package dev.chanlint.explorer.race;

import dev.chanlint.explorer.Site;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

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
   * @param ordinal how many lines before it in its method access the same
   */
  public record Access(Site site, String accessed, int ordinal) {}

  private static final Map<Access, Integer> NUMBERS = new HashMap<>();
  private static volatile Access[] accesses = new Access[1024];
  private static volatile boolean[] executed = new boolean[1024];
  private static volatile boolean[] exposed = new boolean[1024];
  private static Set<String> exposedKeys = Set.of();
  private static final Set<String> RACING = new TreeSet<>();

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
      exposed = Arrays.copyOf(exposed, 2 * number);
    }
    accesses[number] = access;
    exposed[number] = exposedKeys.contains(key(access));
    NUMBERS.put(access, number);
    return number;
  }

  /** The place with a number. */
  public static Access at(int number) {
    return accesses[number];
  }

  /**
   * What stands for a place in a schedule: the same in every process, and wherever the lines of the
   * same code stand.
   */
  private static String key(Access access) {
    String text = access.site().essence() + " " + access.accessed() + " " + access.ordinal();
    return Integer.toHexString(text.hashCode());
  }

  /** Whether an access at a place is a scheduling point. */
  static boolean isExposed(int number) {
    return exposed[number];
  }

  /** Makes the accesses at the places with these keys scheduling points, and no others. */
  public static synchronized void expose(Set<String> keys) {
    if (!keys.equals(exposedKeys)) {
      exposedKeys = Set.copyOf(keys);
      for (int i = 0; i < NUMBERS.size(); i++) {
        exposed[i] = keys.contains(key(accesses[i]));
      }
    }
  }

  /** Notes that two accesses race. */
  static synchronized void race(int one, int other) {
    RACING.add(key(accesses[one]));
    RACING.add(key(accesses[other]));
  }

  /** The keys of the places that were seen to race since {@link #forget}. */
  public static synchronized Set<String> racing() {
    return new TreeSet<>(RACING);
  }

  /** Notes that a place was reached. */
  static void execute(int number) {
    executed[number] = true;
  }

  /** The places reached since {@link #forget}. */
  public static synchronized Set<Site> executed() {
    Set<Site> sites = new HashSet<>();
    for (int i = 0; i < NUMBERS.size(); i++) {
      if (executed[i]) {
        sites.add(accesses[i].site());
      }
    }
    return sites;
  }

  /** Begins to note anew which places are reached, and which race. */
  public static synchronized void forget() {
    RACING.clear();
    Arrays.fill(executed, false);
  }
}

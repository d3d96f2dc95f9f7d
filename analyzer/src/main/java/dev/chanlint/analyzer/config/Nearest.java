package dev.chanlint.analyzer.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** What somebody may have meant who mistyped a name. */
public final class Nearest {

  private Nearest() {}

  /**
   * The known name with the least edits between, in capitals or not.
   *
   * @param name what was written
   * @param known what could have been
   * @return the nearest, if it is any near
   */
  public static Optional<String> to(String name, Collection<String> known) {
    return known.stream()
        .min(Comparator.comparingInt(candidate -> distance(name, candidate)))
        .filter(candidate -> distance(name, candidate) <= Math.max(2, candidate.length() / 2));
  }

  /**
   * What to add to a complaint about a name.
   *
   * @param name what was written
   * @param known what could have been
   * @return {@code ; did you mean …?}, or nothing if nothing is near
   */
  public static String hint(String name, Collection<String> known) {
    return to(name, known).map(near -> "; did you mean " + near + "?").orElse("");
  }

  /** Levenshtein's distance, a row at a time. */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int substituted = diagonal + (isSame(one.charAt(i - 1), other.charAt(j - 1)) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }

  private static boolean isSame(char one, char other) {
    return Character.toLowerCase(one) == Character.toLowerCase(other);
  }
}

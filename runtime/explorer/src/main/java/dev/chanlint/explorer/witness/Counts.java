package dev.chanlint.explorer.witness;

import java.util.Locale;

/** Numbers with their nouns. */
public final class Counts {

  private Counts() {}

  /**
   * A number and a noun that agrees with it.
   *
   * @param number the number
   * @param noun the noun in the singular; its plural takes an s
   * @return for example {@code 1,024 executions}
   */
  public static String of(long number, String noun) {
    return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
  }
}

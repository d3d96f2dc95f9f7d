package dev.chanlint.conformance;

import java.util.List;
import java.util.stream.IntStream;

/** What of a long list a build runs: all of it with {@code -Dtest.effort=full}. */
public final class Sample {

  private static final boolean ALL = "full".equals(System.getProperty("chanlint.test.effort"));

  private Sample() {}

  /** How many executions a search may take: so many, and more if all is asked for. */
  public static int most(int so, int all) {
    return ALL ? all : so;
  }

  /** One in so many, from the first on, unless all are asked for. */
  public static <T> List<T> oneIn(int so, List<T> all) {
    return IntStream.range(0, all.size())
        .filter(i -> ALL || i % so == 0)
        .mapToObj(all::get)
        .toList();
  }
}

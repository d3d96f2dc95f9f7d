package dev.chanlint.analyzer;

import java.util.List;
import java.util.stream.IntStream;

/** How much of what is long a build runs: a sample, or all with {@code -Dtest.effort=full}. */
public final class Effort {

  /** Whether all is run. */
  public static final boolean FULL = "full".equals(System.getProperty("chanlint.test.effort"));

  private Effort() {}

  /** One in so many, from the first on, unless all are asked for. */
  public static <T> List<T> oneIn(int so, List<T> all) {
    return IntStream.range(0, all.size())
        .filter(i -> FULL || i % so == 0)
        .mapToObj(all::get)
        .toList();
  }
}

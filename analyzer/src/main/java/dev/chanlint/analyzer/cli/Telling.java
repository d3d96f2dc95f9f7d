package dev.chanlint.analyzer.cli;

import dev.chanlint.analyzer.report.Result;
import dev.chanlint.rules.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Tells results in reading order, each as soon as it and all before it are known, whatever the
 * order in which they become known. Several programs may have a finding in common, which is then
 * told once, when each has its say. Safe for use by several threads.
 */
final class Telling {

  private static final Comparator<Finding> IN_READING_ORDER =
      Comparator.comparing(Finding::at)
          .thenComparing(Finding::rule)
          .thenComparing(Finding::message);

  /** A finding's place among the others. */
  private static final class Slot {
    private final List<Result> known = new ArrayList<>();
    private int expected;

    boolean isFull() {
      return known.size() == expected;
    }
  }

  private final SortedMap<Finding, Slot> ahead = new TreeMap<>(IN_READING_ORDER);
  private final Consumer<Result> teller;

  /**
   * Prepares it.
   *
   * @param expected the findings whose results are to be told, program by program
   * @param teller tells one; called by one thread at a time
   */
  Telling(List<Finding> expected, Consumer<Result> teller) {
    this.teller = teller;
    expected.forEach(finding -> ahead.computeIfAbsent(finding, any -> new Slot()).expected++);
  }

  /** A result is known; each is, once. */
  synchronized void know(Result result) {
    Objects.requireNonNull(ahead.get(result.finding()), "not expected, or told").known.add(result);
    while (!ahead.isEmpty() && ahead.firstEntry().getValue().isFull()) {
      Map.Entry<Finding, Slot> next = ahead.pollFirstEntry();
      Result.distinct(next.getValue().known).forEach(teller);
    }
  }
}

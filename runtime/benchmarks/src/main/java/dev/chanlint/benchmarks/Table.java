package dev.chanlint.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.StringJoiner;

/**
 * What was measured, by row and by who, as Markdown: medians, and ours as a multiple of each
 * other's. The foot has the geometric means of the multiples.
 */
final class Table {

  private final List<String> columns;
  private final Set<String> notInTheMean;
  private final Map<String, Map<String, List<Double>>> cells = new LinkedHashMap<>();

  /** Creates an empty table; the first column is ours; some rows do not count in the mean. */
  Table(List<String> columns, Set<String> notInTheMean) {
    this.columns = columns;
    this.notInTheMean = notInTheMean;
  }

  /** Adds measurements to a cell. */
  void add(String row, String column, Collection<Double> values) {
    cells
        .computeIfAbsent(row, r -> new LinkedHashMap<>())
        .computeIfAbsent(column, c -> new ArrayList<>())
        .addAll(values);
  }

  /** The median of a cell's measurements; empty if there are none. */
  OptionalDouble median(String row, String column) {
    List<Double> values =
        cells.getOrDefault(row, Map.of()).getOrDefault(column, List.of()).stream()
            .sorted()
            .toList();
    int n = values.size();
    return n == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((values.get((n - 1) / 2) + values.get(n / 2)) / 2);
  }

  private OptionalDouble ratio(String row, String column) {
    OptionalDouble ours = median(row, columns.get(0));
    OptionalDouble theirs = median(row, column);
    return ours.isPresent() && theirs.isPresent()
        ? OptionalDouble.of(ours.getAsDouble() / theirs.getAsDouble())
        : OptionalDouble.empty();
  }

  private OptionalDouble geometricMean(String column) {
    double[] logarithms =
        cells.keySet().stream()
            .filter(row -> !notInTheMean.contains(row))
            .map(row -> ratio(row, column))
            .filter(OptionalDouble::isPresent)
            .mapToDouble(r -> Math.log(r.getAsDouble()))
            .toArray();
    return logarithms.length == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(Math.exp(Arrays.stream(logarithms).average().orElseThrow()));
  }

  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    List<String> others = columns.subList(1, columns.size());
    StringJoiner heading = line().add("workload");
    columns.forEach(heading::add);
    others.forEach(other -> heading.add("× " + other));
    out.append(heading).append('\n');
    StringJoiner rule = line().add("---");
    for (int i = 0; i < columns.size() + others.size(); i++) {
      rule.add("---:");
    }
    out.append(rule).append('\n');
    for (String row : cells.keySet()) {
      StringJoiner line = line().add(notInTheMean.contains(row) ? row + " \\*" : row);
      columns.forEach(column -> line.add(time(median(row, column))));
      others.forEach(other -> line.add(multiple(ratio(row, other))));
      out.append(line).append('\n');
    }
    StringJoiner foot = line().add("geometric mean");
    columns.forEach(column -> foot.add(""));
    others.forEach(other -> foot.add(multiple(geometricMean(other))));
    return out.append(foot).append('\n').toString();
  }

  private static StringJoiner line() {
    return new StringJoiner(" | ", "| ", " |");
  }

  private static String time(OptionalDouble value) {
    if (value.isEmpty()) {
      return "–";
    }
    return String.format(
        Locale.ROOT, value.getAsDouble() < 100 ? "%.1f" : "%,.0f", value.getAsDouble());
  }

  private static String multiple(OptionalDouble value) {
    return value.isEmpty() ? "–" : String.format(Locale.ROOT, "%.2f", value.getAsDouble());
  }
}

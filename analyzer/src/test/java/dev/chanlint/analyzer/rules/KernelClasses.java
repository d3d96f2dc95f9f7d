package dev.chanlint.analyzer.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What is found in kernels, by the class of bug that their folder's table says. */
final class KernelClasses {

  private static final String HEADER =
      """
      | class of bug | kernels | found | noisy twins |
      | --- | ---: | ---: | ---: |
      """;

  private final Map<String, String> classes = new HashMap<>();
  private final Map<String, Count> counts = new TreeMap<>();

  /**
   * How many there are of a class.
   *
   * @param kernels all
   * @param found those with a right finding
   * @param noisy those whose repaired twin has a finding
   */
  private record Count(int kernels, int found, int noisy) {
    Count plus(Count other) {
      return new Count(kernels + other.kernels, found + other.found, noisy + other.noisy);
    }

    String row(String name) {
      return "| %s | %d | %d | %d |%n".formatted(name, kernels, found, noisy);
    }
  }

  KernelClasses(Path folder) throws IOException {
    for (String line : Files.readAllLines(folder.resolve("README.md"))) {
      String[] cells = line.split("\\|");
      if (cells.length > 2) {
        classes.put(cells[1].strip(), cells[2].strip());
      }
    }
  }

  /** Counts a program with a bug. */
  void buggy(Path file, boolean isFound) {
    count(file, new Count(1, isFound ? 1 : 0, 0));
  }

  /** Counts a repaired one. */
  void repaired(Path file, boolean isNoisy) {
    count(file, new Count(0, 0, isNoisy ? 1 : 0));
  }

  private void count(Path file, Count one) {
    String kernel =
        file.toAbsolutePath().getName(file.toAbsolutePath().getNameCount() - 2).toString();
    String name = classes.get(kernel);
    if (name == null) {
      throw new IllegalArgumentException("the table has no row for " + kernel);
    }
    counts.merge(name, one, Count::plus);
  }

  /** The table, in Markdown. */
  List<String> table() {
    Count all = counts.values().stream().reduce(new Count(0, 0, 0), Count::plus);
    Stream<String> rows =
        counts.entrySet().stream().map(entry -> entry.getValue().row(entry.getKey()));
    String text = HEADER + String.join("", rows.toList()) + all.row("**all**");
    return text.lines().toList();
  }
}

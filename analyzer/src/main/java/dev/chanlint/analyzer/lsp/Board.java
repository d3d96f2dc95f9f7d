package dev.chanlint.analyzer.lsp;

import dev.chanlint.analyzer.report.Result;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is known of each file, and shown. Changes go to whoever shows it, one after the other. Safe
 * for use by several threads.
 */
final class Board {

  private final Map<Path, Entry> entries = new ConcurrentHashMap<>();
  private final Display display;

  /**
   * What is known of a file.
   *
   * @param results its findings
   * @param mistake what the user must put right before more is known, if so
   */
  record Entry(List<Result> results, Optional<LinterException> mistake) {

    static final Entry EMPTY = new Entry(List.of(), Optional.empty());

    Entry {
      results = List.copyOf(results);
    }
  }

  /** Shows what is known of a file in the place of what was. */
  @FunctionalInterface
  interface Display {
    void show(Path file, Entry entry);
  }

  Board(Display display) {
    this.display = display;
  }

  List<Result> results(Path file) {
    return entries.getOrDefault(file, Entry.EMPTY).results();
  }

  /** Whether there is something to tell of a file. */
  boolean has(Path file) {
    return entries.containsKey(file);
  }

  /** Some files were looked at: all that is known of them are these results. */
  synchronized void replace(Set<Path> files, List<Result> results) {
    Map<Path, List<Result>> byFile = byFile(results);
    Set<Path> all = new TreeSet<>(files);
    all.addAll(byFile.keySet());
    for (Path file : all) {
      set(file, new Entry(byFile.getOrDefault(file, List.of()), Optional.empty()));
    }
  }

  /** Nothing is known of a file any more. */
  synchronized void clear(Path file) {
    set(file, Entry.EMPTY);
  }

  /** A file has a mistake; what was known stands. */
  synchronized void reject(Path file, LinterException mistake) {
    set(file, new Entry(results(file), Optional.of(mistake)));
  }

  /**
   * A finding is known better.
   *
   * @param result the finding as it is known now
   * @param shown what is to be told in its place
   */
  synchronized void improve(Result result, List<Result> shown) {
    Map<Path, List<Result>> better = byFile(shown);
    better.computeIfAbsent(Places.path(result.finding().at()), _ -> List.of());
    better.forEach((file, results) -> set(file, improved(file, result, results)));
  }

  private Entry improved(Path file, Result result, List<Result> better) {
    Set<String> known =
        Stream.concat(Stream.of(result), better.stream())
            .map(Result::fingerprint)
            .collect(Collectors.toSet());
    List<Result> all =
        Stream.concat(
                better.stream(),
                results(file).stream().filter(one -> !known.contains(one.fingerprint())))
            .sorted(Result.IN_READING_ORDER)
            .toList();
    return new Entry(all, Optional.empty());
  }

  private static Map<Path, List<Result>> byFile(Collection<Result> results) {
    return results.stream()
        .collect(
            Collectors.groupingBy(
                result -> Places.path(result.finding().at()), TreeMap::new, Collectors.toList()));
  }

  /** A file of which nothing was told, and nothing is to be, is none of the display's business. */
  private void set(Path file, Entry entry) {
    boolean isEmpty = entry.equals(Entry.EMPTY);
    Entry before = isEmpty ? entries.remove(file) : entries.put(file, entry);
    if (before != null || !isEmpty) {
      display.show(file, entry);
    }
  }
}

package dev.chanlint.analyzer.cli;

import dev.chanlint.analyzer.cache.Key;
import dev.chanlint.analyzer.cache.Store;
import dev.chanlint.analyzer.project.SourceFile;
import dev.chanlint.analyzer.report.Note;
import dev.chanlint.analyzer.report.Result;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What is known to be without mistakes, and so need not be looked at again. */
final class CleanIslands {

  private CleanIslands() {}

  /**
   * Where it is kept: what is clean is so by these rules.
   *
   * @param cache a user's cache
   */
  static Store in(Path cache, Services services) {
    Key.Builder rules = new Key.Builder("rules");
    services.rules().forEach(rule -> rules.add(rule.id()));
    return Store.in(cache.resolve("clean").resolve(rules.build().name()));
  }

  /**
   * The files that are not clean.
   *
   * @param results all that was found, suppressed or not
   * @param notes what was left out
   */
  static SortedSet<String> unclean(List<Result> results, List<Note> notes) {
    SortedSet<String> unclean = new TreeSet<>();
    results.forEach(one -> unclean.add(one.finding().at().file()));
    notes.forEach(note -> unclean.add(note.file()));
    return unclean;
  }

  /**
   * Keeps what has neither findings nor gaps.
   *
   * @param areas all that was analysed, whole and by all rules
   * @param unclean the files that are not clean
   */
  static void keep(List<Area> areas, Set<String> unclean, Store clean) {
    areas.stream()
        .filter(area -> Collections.disjoint(area.files(), unclean))
        .forEach(area -> clean.keep(area.key(), new byte[0]));
  }

  /**
   * An island by its names.
   *
   * @param key the digest of all that findings in it depend on
   * @param files the names of its files
   */
  record Area(Key key, List<String> files) {

    Area {
      files = List.copyOf(files);
    }

    /** Those of a program. */
    static Stream<Area> of(Loaded loaded) {
      return loaded.islands().stream()
          .map(
              island ->
                  new Area(island.key(), island.files().stream().map(SourceFile::name).toList()));
    }
  }
}

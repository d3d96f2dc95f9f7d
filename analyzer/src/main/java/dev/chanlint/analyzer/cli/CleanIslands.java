package dev.chanlint.analyzer.cli;

import dev.chanlint.analyzer.cache.Key;
import dev.chanlint.analyzer.cache.Store;
import dev.chanlint.analyzer.project.Island;
import dev.chanlint.analyzer.report.Note;
import dev.chanlint.analyzer.report.Result;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is known to be without mistakes, and so need not be looked at again. */
final class CleanIslands {

  private CleanIslands() {}

  /** What is clean is so by these rules. */
  static Store of(Services services) {
    Key.Builder rules = new Key.Builder("rules");
    services.rules().forEach(rule -> rules.add(rule.id()));
    return Store.in(Store.userFolder().resolve("clean").resolve(rules.build().name()));
  }

  /**
   * Keeps what has neither findings nor gaps.
   *
   * @param programs all that was analysed, whole and by all rules
   * @param results all that was found, suppressed or not
   * @param notes what was left out
   */
  static void keep(List<Loaded> programs, List<Result> results, List<Note> notes, Store clean) {
    Set<String> unclean = new HashSet<>();
    results.forEach(one -> unclean.add(one.finding().at().file()));
    notes.forEach(note -> unclean.add(note.file()));
    for (Loaded loaded : programs) {
      for (Island island : loaded.islands()) {
        if (island.files().stream().noneMatch(file -> unclean.contains(file.name()))) {
          clean.keep(island.key(), new byte[0]);
        }
      }
    }
  }
}

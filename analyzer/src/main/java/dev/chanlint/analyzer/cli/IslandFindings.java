package dev.chanlint.analyzer.cli;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.chanlint.analyzer.cache.Key;
import dev.chanlint.analyzer.cache.Store;
import dev.chanlint.analyzer.project.Island;
import dev.chanlint.analyzer.project.SourceFile;
import dev.chanlint.model.ProgramModel;
import dev.chanlint.model.code.Program;
import dev.chanlint.rules.Finding;
import dev.chanlint.rules.Rule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What rules find in a program, island by island: what is found in one depends on nothing beyond
 * it, and is kept.
 *
 * @param rules the rules
 * @param store where it is kept
 */
record IslandFindings(List<Rule> rules, Store store) {

  private static final Comparator<Finding> IN_READING_ORDER =
      Comparator.comparing(Finding::at)
          .thenComparing(Finding::rule)
          .thenComparing(Finding::message);

  /** Where findings are kept in a user's cache. */
  static Store in(Path cache) {
    return Store.in(cache.resolve("findings"));
  }

  /** The findings, in reading order. */
  List<Finding> in(Loaded loaded) {
    List<Finding> findings = new ArrayList<>();
    List<Island> open = new ArrayList<>();
    Set<String> left = files(loaded.islands());
    for (Island island : loaded.islands()) {
      Optional<List<Finding>> known = kept(island);
      known.ifPresentOrElse(findings::addAll, () -> open.add(island));
      if (known.isPresent()) {
        left.removeAll(files(List.of(island)));
      }
    }
    if (!left.isEmpty() || loaded.islands().isEmpty()) {
      findings.addAll(found(loaded.program(), left));
    }
    List<Finding> all = findings.stream().distinct().sorted(IN_READING_ORDER).toList();
    open.forEach(island -> keep(island, all));
    return all;
  }

  /** What is found in some files of a program; in all of it if none is named. */
  private List<Finding> found(Program program, Set<String> files) {
    ProgramModel model = ProgramModel.of(files.isEmpty() ? program : program.within(files));
    return rules.stream().flatMap(rule -> rule.check(model).stream()).toList();
  }

  private static Set<String> files(List<Island> islands) {
    Set<String> files = new HashSet<>();
    islands.forEach(island -> island.files().stream().map(SourceFile::name).forEach(files::add));
    return files;
  }

  private Optional<List<Finding>> kept(Island island) {
    return store
        .find(key(island))
        .map(content -> KeptJson.read(content, new TypeReference<List<Finding>>() {}));
  }

  private void keep(Island island, List<Finding> found) {
    Set<String> files = files(List.of(island));
    List<Finding> own =
        found.stream().filter(finding -> files.contains(finding.at().file())).toList();
    store.keep(key(island), KeptJson.write(own));
  }

  private Key key(Island island) {
    Key.Builder key = new Key.Builder("findings").add(island.key().name());
    rules.forEach(rule -> key.add(rule.id()));
    return key.build();
  }
}

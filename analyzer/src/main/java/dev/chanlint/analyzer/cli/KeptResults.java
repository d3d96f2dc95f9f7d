package dev.chanlint.analyzer.cli;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.chanlint.analyzer.cache.Key;
import dev.chanlint.analyzer.cache.Store;
import dev.chanlint.analyzer.confirm.Run;
import dev.chanlint.analyzer.confirm.cache.Digests;
import dev.chanlint.analyzer.report.Formats;
import dev.chanlint.analyzer.report.JsonLines;
import dev.chanlint.analyzer.report.Note;
import dev.chanlint.analyzer.report.Output;
import dev.chanlint.analyzer.report.Replay;
import dev.chanlint.analyzer.report.Report;
import dev.chanlint.analyzer.report.Result;
import dev.chanlint.analyzer.report.RuleInfo;
import dev.chanlint.analyzer.report.View;
import dev.chanlint.explorer.witness.Painter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * All that is said of programs, kept with the digests of what the explorations behind it had looked
 * for: of a program in which nothing has changed, neither a model nor an execution is made. What a
 * worker JVM that died was about is not kept; another time it may live.
 *
 * @param store where it is kept
 * @param setting what it depends on beside the program
 */
record KeptResults(Store store, List<String> setting) {

  /** Where nothing is kept. */
  static final KeptResults NONE = new KeptResults(Store.none(), List.of());

  KeptResults {
    setting = List.copyOf(setting);
  }

  /** Where they are kept in a user's cache. */
  static Store in(Path cache) {
    return Store.in(cache.resolve("results"));
  }

  /**
   * What is said of a program.
   *
   * @param basis the digests of what was looked for on its class path, by name
   * @param lines the report, in JSON Lines
   */
  record Kept(SortedMap<String, String> basis, String lines) {

    /**
     * What several say of the same program, each of findings of its own.
     *
     * @param parts what each says, one at least
     * @param catalog what to say of the rules
     */
    static Kept joined(List<Kept> parts, Map<String, RuleInfo> catalog) {
      SortedMap<String, String> basis = new TreeMap<>();
      parts.forEach(part -> basis.putAll(part.basis()));
      List<JsonLines.Part> said =
          parts.stream().map(part -> JsonLines.read("what was kept", part.lines())).toList();
      return new Kept(
          basis,
          text(
              KeptResults.report(
                  said.stream().flatMap(part -> part.results().stream()).toList(),
                  said.stream().flatMap(part -> part.notes().stream()).toList(),
                  catalog,
                  said.getFirst().files())));
    }

    private static String text(Report report) {
      return Formats.render(Output.Format.JSON, report, Painter.PLAIN);
    }
  }

  /**
   * What is said of a program, and where it is kept.
   *
   * @param key its key
   * @param kept what is said
   */
  record Entry(Key key, Kept kept) {

    void keepIn(Store store) {
      store.keep(key, KeptJson.write(kept));
    }
  }

  /**
   * A report on a program alone that shows everything.
   *
   * @param results what is said of it
   * @param notes what was left out
   * @param catalog what to say of the rules
   * @param files how many source files it has
   */
  static Report report(
      List<Result> results, List<Note> notes, Map<String, RuleInfo> catalog, int files) {
    return new Report(
        results,
        View.ALL,
        notes,
        catalog,
        new Replay("", List.of()),
        files,
        Optional.empty(),
        Chanlint.version(),
        Map.of());
  }

  /** What is known of a program, if all of it rests on what is as it was. */
  Optional<JsonLines.Part> find(Loaded loaded) {
    return key(loaded)
        .flatMap(store::find)
        .map(content -> KeptJson.read(content, new TypeReference<Kept>() {}))
        .filter(
            kept ->
                new Digests(loaded.built().classpath())
                    .of(kept.basis().keySet())
                    .equals(kept.basis()))
        .map(kept -> JsonLines.read("what was kept", kept.lines()));
  }

  /** What can be kept of what is said of a program: a report on it alone that shows everything. */
  Optional<Entry> entry(Loaded loaded, Report report) {
    List<Run> runs =
        report.results().stream().flatMap(result -> result.judged().runs().stream()).toList();
    if (!runs.stream().allMatch(KeptResults::isKnownWhole)) {
      return Optional.empty();
    }
    return key(loaded).map(key -> new Entry(key, kept(loaded, report, runs)));
  }

  private static Kept kept(Loaded loaded, Report report, List<Run> runs) {
    Set<String> lookups =
        runs.stream()
            .flatMap(run -> run.exploration().lookups().stream())
            .collect(Collectors.toSet());
    return new Kept(new Digests(loaded.built().classpath()).of(lookups), Kept.text(report));
  }

  private static boolean isKnownWhole(Run run) {
    return !run.exploration().lookups().isEmpty();
  }

  private Optional<Key> key(Loaded loaded) {
    return loaded
        .key()
        .filter(_ -> !equals(NONE))
        .map(
            program -> {
              Key.Builder key = new Key.Builder("results").add(program.name());
              setting.forEach(key::add);
              loaded.paths().forEach(key::add);
              return key.build();
            });
  }
}

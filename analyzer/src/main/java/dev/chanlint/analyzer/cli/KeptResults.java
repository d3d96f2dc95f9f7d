package dev.chanlint.analyzer.cli;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.chanlint.analyzer.cache.Key;
import dev.chanlint.analyzer.cache.Store;
import dev.chanlint.analyzer.confirm.Run;
import dev.chanlint.analyzer.confirm.cache.Digests;
import dev.chanlint.analyzer.report.Formats;
import dev.chanlint.analyzer.report.JsonLines;
import dev.chanlint.analyzer.report.Output;
import dev.chanlint.analyzer.report.Report;
import dev.chanlint.explorer.witness.Painter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  /** Those that are kept for a user. */
  static KeptResults ofUser(List<String> setting) {
    return new KeptResults(Store.in(Store.userFolder().resolve("results")), setting);
  }

  /**
   * What is said of a program.
   *
   * @param basis the digests of what was looked for on its class path, by name
   * @param lines the report, in JSON Lines
   */
  private record Kept(Map<String, String> basis, String lines) {}

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

  /** Keeps what is said of a program: a report on it alone that shows everything. */
  void keep(Loaded loaded, Report report) {
    List<Run> runs =
        report.results().stream().flatMap(result -> result.judged().runs().stream()).toList();
    Optional<Key> key = key(loaded);
    if (key.isEmpty() || !runs.stream().allMatch(KeptResults::isKnownWhole)) {
      return;
    }
    Set<String> lookups =
        runs.stream()
            .flatMap(run -> run.exploration().lookups().stream())
            .collect(Collectors.toSet());
    Kept kept =
        new Kept(
            new Digests(loaded.built().classpath()).of(lookups),
            Formats.render(Output.Format.JSON, report, Painter.PLAIN));
    store.keep(key.get(), KeptJson.write(kept));
  }

  private static boolean isKnownWhole(Run run) {
    return !run.exploration().lookups().isEmpty();
  }

  private Optional<Key> key(Loaded loaded) {
    return loaded
        .key()
        .map(
            program -> {
              Key.Builder key = new Key.Builder("results").add(program.name());
              setting.forEach(key::add);
              loaded.paths().forEach(key::add);
              return key.build();
            });
  }
}

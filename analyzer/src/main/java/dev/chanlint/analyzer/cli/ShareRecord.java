package dev.chanlint.analyzer.cli;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.chanlint.analyzer.cache.Key;
import dev.chanlint.analyzer.cache.Store;
import dev.chanlint.analyzer.confirm.cache.CachedExplorer;
import dev.chanlint.analyzer.report.RuleInfo;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What one share of a check leaves in its cache because only all shares together know it: whether
 * an island is clean, and all that is said of a program.
 *
 * @param check the digest of what is checked and how: the same for all shares
 * @param index whose share it is, from 0
 * @param count how many there are
 * @param areas the islands of the programs that this share speaks for
 * @param unclean the files that this share has something to say about
 * @param analysts how many shares analyse each program
 * @param parts what this share says of the programs that it analyses; none of one that cannot be
 *     kept, or is kept already
 */
record ShareRecord(
    Key check,
    int index,
    int count,
    List<CleanIslands.Area> areas,
    SortedSet<String> unclean,
    int analysts,
    List<KeptResults.Entry> parts) {

  ShareRecord {
    areas = List.copyOf(areas);
    parts = List.copyOf(parts);
  }

  /** Where they are left in a user's cache, by this version: another may write others. */
  static Store in(Path cache) {
    Key tool = new Key.Builder("shares").add(Chanlint.version()).add(CachedExplorer.tool()).build();
    return Store.in(cache.resolve("shares").resolve(tool.name()));
  }

  /**
   * The record of a share.
   *
   * @param programs all programs of the check, looked at whole
   * @param setting what results depend on beside them
   * @param unclean the files that this share has something to say about
   * @param parts what it says of programs
   * @return empty if it is not known what the programs consist of
   */
  static Optional<ShareRecord> of(
      Shard shard,
      List<Loaded> programs,
      List<String> setting,
      SortedSet<String> unclean,
      List<KeptResults.Entry> parts) {
    if (programs.stream().anyMatch(program -> program.key().isEmpty())) {
      return Optional.empty();
    }
    List<CleanIslands.Area> areas =
        IntStream.range(0, programs.size())
            .filter(shard::speaksFor)
            .boxed()
            .flatMap(number -> CleanIslands.Area.of(programs.get(number)))
            .toList();
    return Optional.of(
        new ShareRecord(
            check(programs, setting),
            shard.index(),
            shard.count(),
            areas,
            unclean,
            shard.analysts(programs.size()),
            parts));
  }

  private static Key check(List<Loaded> programs, List<String> setting) {
    Key.Builder check = new Key.Builder("check");
    setting.forEach(check::add);
    for (Loaded program : programs) {
      program.paths().forEach(check::add);
      check.add(program.key().orElseThrow().name());
    }
    return check.build();
  }

  void keepIn(Store store) {
    Key key = new Key.Builder("share").add(check.name()).add(index + "/" + count).build();
    store.keep(key, KeptJson.write(this));
  }

  static ShareRecord read(byte[] content) {
    try {
      return KeptJson.read(content, new TypeReference<ShareRecord>() {});
    } catch (UncheckedIOException e) {
      throw new UserException("--cache: what a share left is of another build", e);
    }
  }

  /**
   * Keeps what is known of the checks of which all shares are there.
   *
   * @param records those of any checks
   * @param clean where clean islands are kept
   * @param results where results are kept
   * @param catalog what to say of the rules
   */
  static void complete(
      Set<ShareRecord> records, Store clean, Store results, Map<String, RuleInfo> catalog) {
    record Check(Key key, int count) {}
    records.stream()
        .collect(Collectors.groupingBy(one -> new Check(one.check, one.count)))
        .forEach(
            (check, shares) -> {
              if (shares.stream().map(ShareRecord::index).distinct().count() == check.count()) {
                complete(shares, clean, results, catalog);
              }
            });
  }

  private static void complete(
      List<ShareRecord> shares, Store clean, Store results, Map<String, RuleInfo> catalog) {
    Set<String> unclean = new HashSet<>();
    shares.forEach(share -> unclean.addAll(share.unclean));
    CleanIslands.keep(
        shares.stream().flatMap(share -> share.areas.stream()).toList(), unclean, clean);
    shares.stream()
        .flatMap(share -> share.parts.stream())
        .collect(
            Collectors.groupingBy(
                KeptResults.Entry::key,
                Collectors.mapping(KeptResults.Entry::kept, Collectors.toList())))
        .forEach(
            (key, parts) -> {
              if (parts.size() == shares.getFirst().analysts) {
                new KeptResults.Entry(key, KeptResults.Kept.joined(parts, catalog)).keepIn(results);
              }
            });
  }
}

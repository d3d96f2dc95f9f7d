package dev.chanlint.analyzer.cli;

import dev.chanlint.analyzer.cache.Store;
import dev.chanlint.analyzer.confirm.cache.ExplorationStore;
import dev.chanlint.analyzer.project.ClassCache;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The caches of the shares of a check, joined to the one that a single machine would have. */
final class SharedCache {

  private SharedCache() {}

  /**
   * Complains of what is no cache.
   *
   * @throws UserException if a folder is not there, or nothing was ever kept in it
   */
  static void require(List<Path> caches) {
    for (Path cache : caches) {
      if (!Files.isDirectory(cache)) {
        throw new UserException("--cache " + cache + ": no such folder");
      }
      if (!isCache(cache)) {
        Path below = cache.resolve("chanlint");
        throw new UserException(
            "--cache "
                + cache
                + ": no check has kept anything there"
                + (isCache(below) ? "; did you mean " + below + "?" : ""));
      }
    }
  }

  private static boolean isCache(Path folder) {
    return Stream.of("classes", "findings", "shares")
        .map(folder::resolve)
        .anyMatch(Files::isDirectory);
  }

  /**
   * Joins caches.
   *
   * @param caches those of the shares
   * @param into the one that gets what is in them, and what only all of them together tell
   * @param services have the rules
   */
  static void join(List<Path> caches, Path into, Services services) {
    Store clean = CleanIslands.in(into, services);
    Store results = KeptResults.in(into);
    Set<ShareRecord> records = new HashSet<>();
    for (Path cache : caches) {
      clean.join(CleanIslands.in(cache, services));
      results.join(KeptResults.in(cache));
      IslandFindings.in(into).join(IslandFindings.in(cache));
      ExplorationStore.in(into).join(ExplorationStore.in(cache));
      ClassCache.in(into).join(ClassCache.in(cache));
      ShareRecord.in(cache).contents().stream().map(ShareRecord::read).forEach(records::add);
    }
    ShareRecord.complete(records, clean, results, Catalog.of(services));
  }
}

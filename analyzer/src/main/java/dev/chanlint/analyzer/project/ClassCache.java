package dev.chanlint.analyzer.project;

import dev.chanlint.analyzer.cache.Key;
import dev.chanlint.analyzer.cache.Store;
import dev.chanlint.model.code.Program.Gap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Keeps what was compiled, by the content of what it was compiled from. What did not compile in
 * full is not kept: it goes with the process.
 */
final class ClassCache {

  /** How many compiled programs are kept; the ones used longest ago go first. */
  private static final int CAPACITY = 64;

  private final Path folder;

  ClassCache(Path folder) {
    this.folder = folder;
  }

  /** The cache in the user's cache folder. */
  static ClassCache ofUser() {
    return new ClassCache(Store.userFolder().resolve("classes"));
  }

  /**
   * Compiled classes.
   *
   * @param folder where they are
   * @param gaps what was left out
   */
  record Entry(Path folder, List<Gap> gaps) {}

  /** Whether sources were compiled whole before. */
  boolean has(List<SourceFile> files, List<Path> classPath) throws ProjectException {
    try {
      return Files.isDirectory(folder.resolve(key(files, classPath)));
    } catch (IOException e) {
      throw new ProjectException("cannot be read: " + e);
    }
  }

  /** The classes of sources, compiled now or earlier. */
  Entry classes(List<SourceFile> files, List<Path> classPath, Compiler compiler)
      throws ProjectException {
    try {
      Path kept = folder.resolve(key(files, classPath));
      if (Files.isDirectory(kept)) {
        Files.setLastModifiedTime(kept, FileTime.from(Instant.now()));
        return new Entry(kept, List.of());
      }
      Path fresh = Files.createTempDirectory("chanlint-classes");
      List<Gap> gaps = compiler.compile(files, fresh);
      if (gaps.isEmpty() && keep(fresh, kept)) {
        return new Entry(kept, gaps);
      }
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(fresh)));
      return new Entry(fresh, gaps);
    } catch (IOException e) {
      throw new ProjectException("cannot compile: " + e);
    }
  }

  /** Moves fresh classes into the cache; false if that cannot be written. */
  private boolean keep(Path fresh, Path kept) throws IOException {
    Path staged = null;
    try {
      Files.createDirectories(folder);
      staged = Files.createTempDirectory(folder, ".new");
      copy(fresh, staged);
      Files.move(staged, kept);
    } catch (IOException _) {
      // A read-only home, a full disk, or another process that was first: the fresh ones do.
      if (staged != null) {
        delete(staged);
      }
      return Files.isDirectory(kept);
    }
    delete(fresh);
    prune();
    return true;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }

  private void prune() throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      entries
          .sorted(Comparator.comparing(ClassCache::age).reversed())
          .skip(CAPACITY)
          .forEach(ClassCache::delete);
    }
  }

  private static FileTime age(Path path) {
    try {
      return Files.getLastModifiedTime(path);
    } catch (IOException _) {
      return FileTime.fromMillis(0);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException _) {
      // Another process deletes it too.
    }
  }

  private static String key(List<SourceFile> files, List<Path> classPath) throws IOException {
    Key.Builder key = new Key.Builder("classes");
    for (SourceFile file : files) {
      key.add(file.home().toString()).add(Files.readAllBytes(file.path()));
    }
    for (Path entry : classPath) {
      key.addState(entry);
    }
    return key.build().name();
  }
}

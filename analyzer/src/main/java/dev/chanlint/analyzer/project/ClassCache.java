package dev.chanlint.analyzer.project;

import dev.chanlint.analyzer.cache.Key;
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
public final class ClassCache {

  /** How many compiled programs are kept; the ones used longest ago go first. */
  private static final int CAPACITY = 64;

  /** How the name of a folder begins that is being written. */
  private static final String UNFINISHED = ".new";

  private final Path folder;

  ClassCache(Path folder) {
    this.folder = folder;
  }

  /**
   * What is compiled in a user's cache.
   *
   * @param cache the folder of the cache
   * @return that part of it
   */
  public static ClassCache in(Path cache) {
    return new ClassCache(cache.resolve("classes"));
  }

  /**
   * Keeps what another cache has, as if it had been compiled here; what cannot be copied is not
   * kept.
   *
   * @param other the other
   */
  public void join(ClassCache other) {
    for (Path theirs : other.entries()) {
      String name = theirs.getFileName().toString();
      Path own = folder.resolve(name);
      if (!name.startsWith(UNFINISHED) && !Files.isDirectory(own)) {
        keep(theirs, own);
      }
    }
    prune();
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
        delete(fresh);
        prune();
        return new Entry(kept, gaps);
      }
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(fresh)));
      return new Entry(fresh, gaps);
    } catch (IOException e) {
      throw new ProjectException("cannot compile: " + e);
    }
  }

  /** Copies classes into the cache, whole; false if that cannot be written. */
  private boolean keep(Path fresh, Path kept) {
    Path staged = null;
    try {
      Files.createDirectories(folder);
      staged = Files.createTempDirectory(folder, UNFINISHED);
      copy(fresh, staged);
      Files.move(staged, kept);
    } catch (IOException _) {
      // A read-only home, a full disk, or another process that was first: the fresh ones do.
      if (staged != null) {
        delete(staged);
      }
      return Files.isDirectory(kept);
    }
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

  private void prune() {
    entries().stream()
        .sorted(Comparator.comparing(ClassCache::age).reversed())
        .skip(CAPACITY)
        .forEach(ClassCache::delete);
  }

  private List<Path> entries() {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.toList();
    } catch (IOException _) {
      return List.of();
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

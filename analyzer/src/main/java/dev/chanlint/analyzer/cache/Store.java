package dev.chanlint.analyzer.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Keeps contents by key, one file each.
 *
 * <p>Several processes may use one folder at once: a file is written apart and moved into place
 * whole, and who comes second replaces it by the same. A file that was damaged is as good as none,
 * and so is a folder that cannot be read or written. The files used longest ago go first.
 */
public final class Store {

  /** How many files each of the 256 subfolders holds at most. */
  private static final int CAPACITY = 256;

  private static final int DIGEST_BYTES = 32;

  /** How the name of a file begins that is being written. */
  private static final String UNFINISHED = ".new";

  private final Optional<Path> folder;

  private Store(Optional<Path> folder) {
    this.folder = folder;
  }

  /**
   * A store in a folder.
   *
   * @param folder which; it is made when the first content is kept
   * @return the store
   */
  public static Store in(Path folder) {
    return new Store(Optional.of(folder));
  }

  /**
   * A store that keeps nothing.
   *
   * @return the store
   */
  public static Store none() {
    return new Store(Optional.empty());
  }

  /**
   * The folder for what this program keeps for a user: {@code $XDG_CACHE_HOME/chanlint}, or {@code
   * ~/.cache/chanlint}.
   *
   * @return the folder, which need not be there
   */
  public static Path userFolder() {
    String configured = System.getenv("XDG_CACHE_HOME");
    Path base =
        configured == null || configured.isBlank()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(configured);
    return base.resolve("chanlint");
  }

  /**
   * Looks a content up.
   *
   * @param key its key
   * @return the content; empty if it was not kept, is gone or was damaged
   */
  public Optional<byte[]> find(Key key) {
    return folder.map(base -> file(base, key)).flatMap(Store::read);
  }

  private static Path file(Path base, Key key) {
    return base.resolve(key.name().substring(0, 2)).resolve(key.name());
  }

  private static Optional<byte[]> read(Path file) {
    Optional<byte[]> content = content(file);
    content.ifPresent(_ -> touch(file));
    return content;
  }

  private static Optional<byte[]> content(Path file) {
    try {
      byte[] stored = Files.readAllBytes(file);
      if (stored.length < DIGEST_BYTES) {
        return Optional.empty();
      }
      byte[] content = Arrays.copyOfRange(stored, DIGEST_BYTES, stored.length);
      return Arrays.equals(Key.digest(content), Arrays.copyOf(stored, DIGEST_BYTES))
          ? Optional.of(content)
          : Optional.empty();
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private static void touch(Path file) {
    try {
      Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
    } catch (IOException _) {
      // Where nothing can be written, nothing is pruned by its age either.
    }
  }

  /**
   * All contents, in the order of their keys.
   *
   * @return those that are not damaged
   */
  public List<byte[]> contents() {
    return files().stream().map(Store::content).flatMap(Optional::stream).toList();
  }

  /**
   * Keeps what another store has, as if it had been found out here.
   *
   * @param other the other; what is damaged in it is left
   */
  public void join(Store other) {
    for (Path file : other.files()) {
      content(file).ifPresent(content -> keep(new Key(file.getFileName().toString()), content));
    }
  }

  /** The files of contents, and none that another process has not written whole yet. */
  private List<Path> files() {
    if (folder.isEmpty() || !Files.isDirectory(folder.get())) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder.get(), 2)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> !file.getFileName().toString().startsWith(UNFINISHED))
          .sorted()
          .toList();
    } catch (IOException | UncheckedIOException _) {
      return List.of();
    }
  }

  /**
   * Keeps a content, if it can.
   *
   * @param key its key
   * @param content what to keep
   */
  public void keep(Key key, byte[] content) {
    folder.map(base -> file(base, key)).ifPresent(file -> write(file, content));
  }

  private static void write(Path file, byte[] content) {
    Path shelf = file.resolveSibling("");
    try {
      Files.createDirectories(shelf);
      Path fresh = Files.createTempFile(shelf, UNFINISHED, null);
      byte[] stored = Arrays.copyOf(Key.digest(content), DIGEST_BYTES + content.length);
      System.arraycopy(content, 0, stored, DIGEST_BYTES, content.length);
      Files.write(fresh, stored);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      prune(shelf);
    } catch (IOException _) {
      // A read-only home or a full disk: the next run works it out again.
    }
  }

  private static void prune(Path shelf) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(shelf)) {
      files = all.toList();
    }
    if (files.size() > CAPACITY) {
      for (Path file :
          files.stream().sorted(OLDEST_FIRST).limit(files.size() - CAPACITY).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static final Comparator<Path> OLDEST_FIRST = Comparator.comparing(Store::age);

  private static FileTime age(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException _) {
      return FileTime.fromMillis(0);
    }
  }
}

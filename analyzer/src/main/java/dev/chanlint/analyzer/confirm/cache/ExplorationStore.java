package dev.chanlint.analyzer.confirm.cache;

import dev.chanlint.explorer.Exploration;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * Explorations on disk, each with the digests of all that was looked for on its class path: it
 * holds as long as these are the same. A file that is damaged, or that cannot be written, is as if
 * there were none. Processes may share the folder.
 */
public final class ExplorationStore {

  private static final int CAPACITY = 5_000;

  private final Path folder;

  /**
   * A store in a folder.
   *
   * @param folder the folder; made when it is needed
   */
  public ExplorationStore(Path folder) {
    this.folder = folder;
  }

  /**
   * The store in the user's cache folder: {@code $XDG_CACHE_HOME}, or {@code ~/.cache}.
   *
   * @return the store
   */
  public static ExplorationStore ofUser() {
    String configured = System.getenv("XDG_CACHE_HOME");
    Path base =
        configured == null || configured.isBlank()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(configured);
    return new ExplorationStore(base.resolve("chanlint").resolve("explorations"));
  }

  /** What was kept under a key, if what it rests on is the same now. */
  Optional<Exploration> get(String key, Digests digests) {
    Path file = folder.resolve(key);
    try {
      Optional<Exploration> kept = read(Files.readAllBytes(file), digests);
      if (kept.isPresent()) {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
      }
      return kept;
    } catch (IOException _) {
      return Optional.empty(); // none was kept, or it cannot be read
    }
  }

  private static Optional<Exploration> read(byte[] file, Digests digests) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(file));
    long checksum = in.readLong();
    byte[] content = in.readAllBytes();
    return checksum == checksum(content)
        ? unsealed(new DataInputStream(new ByteArrayInputStream(content)), digests)
        : Optional.empty();
  }

  private static Optional<Exploration> unsealed(DataInputStream in, Digests digests)
      throws IOException {
    int names = in.readInt();
    for (int i = 0; i < names; i++) {
      String name = in.readUTF();
      if (!in.readUTF().equals(digests.of(name))) {
        return Optional.empty();
      }
    }
    return Optional.of(Exploration.ofBytes(in.readAllBytes()));
  }

  /** Keeps an exploration. */
  void put(String key, Exploration exploration, Digests digests) {
    try {
      ByteArrayOutputStream content = new ByteArrayOutputStream();
      DataOutputStream out = new DataOutputStream(content);
      out.writeInt(exploration.lookups().size());
      for (String name : new TreeSet<>(exploration.lookups())) {
        out.writeUTF(name);
        out.writeUTF(digests.of(name));
      }
      out.write(exploration.toBytes());
      write(folder.resolve(key), content.toByteArray());
    } catch (IOException _) {
      // A full disk or a folder that is read only: it will be explored again.
    }
  }

  /** Whole or not at all: another process may read it. */
  private void write(Path file, byte[] content) throws IOException {
    Files.createDirectories(folder);
    Path fresh = Files.createTempFile(folder, ".new", "");
    try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(fresh))) {
      out.writeLong(checksum(content));
      out.write(content);
    }
    Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
  }

  private static long checksum(byte[] content) {
    CRC32 crc = new CRC32();
    crc.update(content);
    return crc.getValue();
  }

  /** Forgets what was not asked for in the longest time, if there is too much. */
  public void prune() {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path old :
          files
              .sorted(Comparator.comparing(ExplorationStore::used).reversed())
              .skip(CAPACITY)
              .toList()) {
        Files.deleteIfExists(old);
      }
    } catch (IOException _) {
      // There is no folder yet, or another process is at it.
    }
  }

  private static FileTime used(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException _) {
      return FileTime.fromMillis(0); // another process was faster
    }
  }
}

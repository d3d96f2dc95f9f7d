package dev.chanlint.analyzer.cache;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Under what a result is kept: a digest of all that it depends on.
 *
 * @param name the digest, in hexadecimal digits
 */
public record Key(String name) {

  /**
   * The digest of a content.
   *
   * @param content any bytes
   * @return its SHA-256
   */
  public static byte[] digest(byte[] content) {
    return sha256().digest(content);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Gathers what a result depends on. Different sequences of parts make different keys. */
  public static final class Builder {

    private final MessageDigest digest = sha256();

    /**
     * A key for results of one kind.
     *
     * @param kind what kind
     */
    public Builder(String kind) {
      add(kind);
      add(Runtime.version().toString());
    }

    /**
     * Adds a text.
     *
     * @param part the text
     * @return this
     */
    public Builder add(String part) {
      return add(part.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Adds bytes.
     *
     * @param part the bytes
     * @return this
     */
    public Builder add(byte[] part) {
      for (int shift = 24; shift >= 0; shift -= 8) {
        digest.update((byte) (part.length >>> shift));
      }
      digest.update(part);
      return this;
    }

    /**
     * Adds what a folder or file is by its names, sizes and times, where reading its content would
     * take too long: a class path.
     *
     * @param entry the folder or file
     * @return this
     * @throws IOException if it cannot be read
     */
    public Builder addState(Path entry) throws IOException {
      SortedMap<String, String> states = new TreeMap<>();
      Files.walkFileTree(
          entry,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              states.put(
                  file.toString(),
                  attributes.size() + " " + attributes.lastModifiedTime().to(NANOSECONDS));
              return FileVisitResult.CONTINUE;
            }
          });
      states.forEach((file, state) -> add(file).add(state));
      return this;
    }

    /**
     * The key of all that was added.
     *
     * @return the key; the builder is of no use afterwards
     */
    public Key build() {
      return new Key(HexFormat.of().formatHex(digest.digest(), 0, 16));
    }
  }
}

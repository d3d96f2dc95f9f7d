package dev.chanlint.maven;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** Tells whether a module is as it was when it was analysed last. */
final class Stamp {

  private static final String CONFIGURATION = "chanlint.toml";

  private final Path file;
  private final String text;

  /**
   * Takes a stamp.
   *
   * @param file where it is kept
   * @param version of the analyzer
   * @param arguments what it is asked
   * @param inputs the files and folders that its answer depends on
   */
  Stamp(Path file, String version, List<String> arguments, List<Path> inputs) throws IOException {
    this.file = file;
    MessageDigest digest = sha256();
    add(digest, version);
    arguments.forEach(argument -> add(digest, argument));
    for (Path input : inputs) {
      addAll(digest, input);
    }
    this.text = Base64.getEncoder().encodeToString(digest.digest());
  }

  /** The configurations that hold for a folder, or could. */
  static List<Path> configurations(Path folder) {
    return Stream.<Path>iterate(folder.toAbsolutePath(), up -> up != null, Path::getParent)
        .map(up -> up.resolve(CONFIGURATION))
        .filter(Files::exists)
        .toList();
  }

  private static void addAll(MessageDigest digest, Path input) throws IOException {
    if (!Files.exists(input)) {
      add(digest, input + " is not there");
      return;
    }
    try (Stream<Path> files = Files.walk(input)) {
      for (Path one : files.filter(Files::isRegularFile).sorted().toList()) {
        add(digest, one.toString());
        if (one.toString().endsWith(".jar")) {
          add(digest, Files.size(one) + " " + Files.getLastModifiedTime(one));
        } else {
          digest.update(Files.readAllBytes(one));
        }
      }
    }
  }

  private static void add(MessageDigest digest, String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Whether nothing has changed. */
  boolean isFresh() throws IOException {
    return Files.exists(file) && Files.readString(file).equals(text);
  }

  void write() throws IOException {
    Files.writeString(file, text);
  }
}

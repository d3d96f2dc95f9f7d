package dev.chanlint.site;

import java.nio.file.Path;
import java.util.Optional;

/** Paths as they stand in links: with slashes, and seen from the file that has the link. */
final class Paths {

  private Paths() {}

  /** A path as links spell it. */
  static String text(Path path) {
    return path.toString().replace('\\', '/');
  }

  /** What a link of a file means. */
  static Path resolve(Path file, String link) {
    return folder(file).resolve(link).normalize();
  }

  /** The link by which a file leads to another. */
  static String link(Path from, Path to) {
    return text(folder(from).relativize(to));
  }

  private static Path folder(Path file) {
    return Optional.ofNullable(file.getParent()).orElse(Path.of(""));
  }
}

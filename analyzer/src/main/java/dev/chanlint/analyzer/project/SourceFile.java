package dev.chanlint.analyzer.project;

import java.nio.file.Path;

/**
 * A source file.
 *
 * @param path its absolute, normalised path; of one that is not saved, where its text is kept
 * @param name what the user calls it, with forward slashes: relative where the user gave a relative
 *     path
 */
public record SourceFile(Path path, String name) {

  /**
   * Where it is, or will be saved.
   *
   * @return the absolute, normalised path that its name means
   */
  public Path home() {
    return Path.of(name).toAbsolutePath().normalize();
  }
}

package dev.chanlint.analyzer.lsp;

import dev.chanlint.model.code.Position;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.lsp4j.Range;

/** Places as the protocol has them: addresses of files, lines and UTF-16 columns from 0. */
final class Places {

  private Places() {}

  /** The file of an address; empty if it is none, as for a text that has no name yet. */
  static Optional<Path> path(String uri) {
    try {
      return Optional.of(Path.of(URI.create(uri)).toAbsolutePath().normalize());
    } catch (IllegalArgumentException | FileSystemNotFoundException | SecurityException _) {
      return Optional.empty();
    }
  }

  /** The file of a position. */
  static Path path(Position position) {
    return Path.of(position.file()).toAbsolutePath().normalize();
  }

  static Range range(Position position) {
    return new Range(
        new org.eclipse.lsp4j.Position(position.line() - 1, position.column() - 1),
        new org.eclipse.lsp4j.Position(position.endLine() - 1, position.endColumn() - 1));
  }

  /** Whether two stretches touch. */
  static boolean overlap(Range one, Range other) {
    return !isBefore(one.getEnd(), other.getStart()) && !isBefore(other.getEnd(), one.getStart());
  }

  private static boolean isBefore(
      org.eclipse.lsp4j.Position one, org.eclipse.lsp4j.Position other) {
    return one.getLine() < other.getLine()
        || one.getLine() == other.getLine() && one.getCharacter() < other.getCharacter();
  }
}

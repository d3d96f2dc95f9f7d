package dev.chanlint.analyzer.cli;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Reads and writes what the user named a file for. A project may come from anybody, and links in it
 * lead where its author likes: a link in the place of the file is replaced, not followed, and a
 * file below the working folder is not written if a link on the way leads out of that folder.
 */
final class TextFiles {

  private TextFiles() {}

  /**
   * Reads a text.
   *
   * @throws UserException if there is no such file, or it cannot be read; the message says why in
   *     words
   */
  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw new UserException(file + ": no such file", e);
    } catch (IOException e) {
      throw new UserException(file + ": cannot be read: " + reason(e), e);
    }
  }

  private static String reason(IOException e) {
    return switch (e) {
      case AccessDeniedException _ -> "permission denied";
      case CharacterCodingException _ -> "it is not UTF-8";
      default -> Objects.requireNonNullElse(e.getMessage(), "input fails");
    };
  }

  /**
   * Writes a text, making the folder if need be: whole, though the thread be interrupted, which
   * would close a channel.
   *
   * @throws UserException if it cannot be written
   */
  static void write(Path file, String text) {
    Path absolute = file.toAbsolutePath().normalize();
    try {
      Path folder = absolute.getParent();
      if (folder != null) {
        requireInside(Path.of("").toAbsolutePath(), folder);
        Files.createDirectories(folder);
      }
      if (Files.isSymbolicLink(absolute)) {
        Files.delete(absolute);
      }
      try (FileOutputStream out = new FileOutputStream(absolute.toFile())) {
        out.write(text.getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UserException(file + ": cannot be written: " + e.getMessage(), e);
    }
  }

  /** Fails if a folder is below another by its name and, where links lead, is not. */
  static void requireInside(Path working, Path folder) throws IOException {
    if (!folder.startsWith(working)) {
      return;
    }
    Path existing = folder;
    while (!Files.exists(existing)) {
      existing = Objects.requireNonNull(existing.getParent(), "a root that is not there");
    }
    if (!existing.toRealPath().startsWith(working.toRealPath())) {
      throw new IOException(existing + " leads out of " + working);
    }
  }
}

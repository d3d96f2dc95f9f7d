package dev.chanlint.analyzer.cli;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes what the user named a file for. */
final class TextFiles {

  private TextFiles() {}

  /**
   * Writes a text, making the folder if need be: whole, though the thread be interrupted, which
   * would close a channel.
   *
   * @throws UserException if it cannot be written
   */
  static void write(Path file, String text) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      try (FileOutputStream out = new FileOutputStream(file.toFile())) {
        out.write(text.getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UserException(file + ": cannot be written: " + e.getMessage(), e);
    }
  }
}

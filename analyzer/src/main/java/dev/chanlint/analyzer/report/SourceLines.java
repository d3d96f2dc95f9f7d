package dev.chanlint.analyzer.report;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of source files, read when first asked for. Not safe for use by several threads. */
final class SourceLines {

  private static final Pattern PACKAGE =
      Pattern.compile("^\\s*package\\s+([\\w.]+)\\s*;", Pattern.MULTILINE);

  private final Map<String, String> texts;

  /**
   * Makes a store.
   *
   * @param unsaved texts that are not as they are on disk, by name
   */
  SourceLines(Map<String, String> unsaved) {
    this.texts = new HashMap<>(unsaved);
  }

  /** A file's text; empty if it cannot be read: a report does without what it cannot show. */
  String text(String file) {
    return texts.computeIfAbsent(file, SourceLines::read);
  }

  /** A line of a file, from 1; empty if there is none. */
  Optional<String> line(String file, int number) {
    return number < 1 ? Optional.empty() : text(file).lines().skip(number - 1L).findFirst();
  }

  /** The package that a file declares; empty for the unnamed one. */
  String packageOf(String file) {
    Matcher declaration = PACKAGE.matcher(text(file));
    return declaration.find() ? declaration.group(1) : "";
  }

  /** Not by a channel: what was found is told whole though the thread was interrupted. */
  private static String read(String file) {
    try (FileInputStream in = new FileInputStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }
}

package dev.chanlint.analyzer.lsp;

import dev.chanlint.analyzer.report.RuleInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The rules' pages as files, for editors to open. Safe for use by several threads. */
final class RulePages {

  private final Path folder;
  private final Map<String, RuleInfo> rules;
  private final Map<String, Optional<String>> addresses = new ConcurrentHashMap<>();

  RulePages(Path folder, Map<String, RuleInfo> rules) {
    this.folder = folder;
    this.rules = rules;
  }

  /** The page of a rule, in Markdown. */
  String text(String rule) {
    RuleInfo info = rules.get(rule);
    return info == null ? "" : info.page();
  }

  /** The address of a rule's page; empty if it cannot be written. */
  Optional<String> address(String rule) {
    return addresses.computeIfAbsent(rule, this::written);
  }

  private Optional<String> written(String rule) {
    Path file = folder.resolve(rule + ".md");
    String text = text(rule);
    try {
      if (!Files.isRegularFile(file) || !Files.readString(file).equals(text)) {
        Files.createDirectories(folder);
        Files.writeString(file, text);
      }
      return Optional.of(file.toUri().toString());
    } catch (IOException _) {
      // A read-only home or a full disk: the page is shown on hovering all the same.
      return Optional.empty();
    }
  }
}

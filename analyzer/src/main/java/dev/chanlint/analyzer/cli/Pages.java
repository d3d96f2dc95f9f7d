package dev.chanlint.analyzer.cli;

import dev.chanlint.analyzer.report.RuleInfo;
import dev.chanlint.rules.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads the rules' pages, the Markdown resources beside their classes: the first paragraph is the
 * summary, and the weaknesses are those that the page names as {@code CWE-…}.
 */
final class Pages {

  private static final Pattern CWE = Pattern.compile("CWE-(\\d+)");

  private Pages() {}

  static RuleInfo read(Rule rule) {
    String page = text(rule);
    return new RuleInfo(
        rule.id(), rule.category().prefix(), rule.level(), summary(page), page, cwes(page));
  }

  private static String text(Rule rule) {
    String name = rule.id() + ".md";
    try (InputStream page = rule.getClass().getResourceAsStream(name)) {
      return page == null ? "# " + rule.id() + "\n" : new String(page.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name + ": cannot be read", e);
    }
  }

  private static String summary(String page) {
    String paragraph =
        page.lines()
            .dropWhile(line -> line.isBlank() || line.startsWith("#"))
            .takeWhile(line -> !line.isBlank())
            .map(String::strip)
            .collect(Collectors.joining(" "));
    return paragraph.replace("`", "");
  }

  private static List<Integer> cwes(String page) {
    return CWE.matcher(page)
        .results()
        .map(match -> Integer.valueOf(match.group(1)))
        .distinct()
        .toList();
  }
}

package dev.chanlint.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A rule's page, the Markdown resource beside its class.
 *
 * @param text the whole page
 * @param summary one line that says what goes wrong
 * @param sections the text under each heading
 * @param weaknesses the numbers of the weaknesses in the Common Weakness Enumeration that it finds
 */
public record RulePage(
    String text, String summary, Map<String, String> sections, List<Integer> weaknesses) {

  /** The headings that each page has, in order. */
  public static final List<String> HEADINGS =
      List.of(
          "Bad",
          "Good",
          "Why it matters",
          "How to fix it",
          "When to suppress it",
          "Known problems",
          "Weaknesses");

  private static final Pattern CWE = Pattern.compile("CWE-(\\d+)");
  private static final Pattern CODE = Pattern.compile("(?s)```java\n(.*?)```");

  /** Keeps copies, which nothing changes. */
  public RulePage {
    sections = Map.copyOf(sections);
    weaknesses = List.copyOf(weaknesses);
  }

  /**
   * Reads a rule's page.
   *
   * @param rule the rule
   * @return its page
   * @throws IllegalStateException if it has none
   */
  public static RulePage of(Rule rule) {
    String name = rule.id() + ".md";
    try (InputStream page = rule.getClass().getResourceAsStream(name)) {
      if (page == null) {
        throw new IllegalStateException(rule.id() + " has no page");
      }
      return parse(new String(page.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(name + ": cannot be read", e);
    }
  }

  /**
   * Parses a page.
   *
   * @param text Markdown
   * @return its parts
   */
  public static RulePage parse(String text) {
    Map<String, String> sections = new LinkedHashMap<>();
    String[] parts = text.split("(?m)^## ", -1);
    for (int n = 1; n < parts.length; n++) {
      int end = parts[n].indexOf('\n');
      sections.put(parts[n].substring(0, end).strip(), parts[n].substring(end + 1).strip());
    }
    String summary =
        parts[0]
            .lines()
            .filter(line -> !line.startsWith("#"))
            .map(String::strip)
            .collect(Collectors.joining(" "))
            .strip();
    List<Integer> weaknesses =
        CWE.matcher(sections.getOrDefault("Weaknesses", ""))
            .results()
            .map(match -> Integer.valueOf(match.group(1)))
            .toList();
    return new RulePage(text, summary, sections, weaknesses);
  }

  /**
   * The program under a heading.
   *
   * @param heading {@code Bad} or {@code Good}
   * @return its source; empty if there is none
   */
  public String example(String heading) {
    return CODE.matcher(sections.getOrDefault(heading, ""))
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.joining());
  }
}

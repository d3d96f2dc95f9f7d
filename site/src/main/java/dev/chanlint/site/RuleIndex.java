package dev.chanlint.site;

import dev.chanlint.rules.Category;
import dev.chanlint.rules.Rule;
import dev.chanlint.rules.RulePage;
import dev.chanlint.rules.Rules;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The list of all rules, from their registry and their pages. */
final class RuleIndex {

  private RuleIndex() {}

  /**
   * Writes the list.
   *
   * @return Markdown, with links as seen from the folder of the rules' pages
   */
  static String text() {
    return Stream.of(Category.values())
        .map(RuleIndex::category)
        .collect(Collectors.joining("\n", "# Rules\n\n", ""));
  }

  private static String category(Category category) {
    return Rules.all().stream()
        .filter(rule -> rule.category() == category)
        .map(rule -> row(category, rule))
        .collect(
            Collectors.joining(
                "\n",
                "## " + category.prefix() + "\n\n| rule | what it flags | level |\n|---|---|---|\n",
                "\n"));
  }

  private static String row(Category category, Rule rule) {
    return "| [%s](%s/%s.md) | %s | %s |"
        .formatted(
            rule.id(),
            category.prefix(),
            rule.id(),
            RulePage.of(rule).summary(),
            rule.level().toString().toLowerCase(Locale.ROOT));
  }
}

package dev.chanlint.analyzer.cli;

import dev.chanlint.analyzer.report.RuleInfo;
import dev.chanlint.rules.Rule;
import dev.chanlint.rules.RulePage;

/** What the rules' pages say, for reports. */
final class Pages {

  private Pages() {}

  static RuleInfo read(Rule rule) {
    RulePage page = RulePage.of(rule);
    return new RuleInfo(
        rule.id(),
        rule.category().prefix(),
        rule.level(),
        page.summary().replace("`", ""),
        page.text(),
        page.weaknesses());
  }
}

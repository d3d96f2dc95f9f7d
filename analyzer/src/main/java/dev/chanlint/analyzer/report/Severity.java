package dev.chanlint.analyzer.report;

import dev.chanlint.analyzer.confirm.Verdict;
import dev.chanlint.explorer.witness.Style;
import dev.chanlint.rules.Level;
import java.util.Locale;

/** How grave a result is. */
enum Severity {
  ERROR(Style.ERROR, 100),
  WARNING(Style.WARNING, 50),
  NOTE(Style.NOTE, 10);

  private final Style style;
  private final int rank;

  Severity(Style style, int rank) {
    this.style = style;
    this.rank = rank;
  }

  /** The verdict decides; a structural finding is as grave as its rule says. */
  static Severity of(Verdict verdict, RuleInfo rule) {
    return switch (verdict) {
      case Verdict.Confirmed confirmed -> ERROR;
      case Verdict.Undecided undecided -> WARNING;
      case Verdict.Refuted refuted -> NOTE;
      case Verdict.Structural structural -> of(rule.level());
    };
  }

  static Severity of(Level level) {
    return valueOf(level.name());
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  Style style() {
    return style;
  }

  /** From 0 to 100, for tools that sort by it. */
  int rank() {
    return rank;
  }
}

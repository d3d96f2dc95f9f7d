package dev.chanlint.analyzer.report;

import dev.chanlint.analyzer.confirm.Verdict;
import dev.chanlint.explorer.witness.Style;
import dev.chanlint.rules.Level;
import java.util.Locale;

/** How grave a result is. */
public enum Severity {
  /** Must be put right. */
  ERROR(Style.ERROR, 100),
  /** May be wrong. */
  WARNING(Style.WARNING, 50),
  /** To know. */
  NOTE(Style.NOTE, 10);

  private final Style style;
  private final int rank;

  Severity(Style style, int rank) {
    this.style = style;
    this.rank = rank;
  }

  /**
   * The severity of a finding: the verdict decides; a structural one is as grave as its rule says.
   *
   * @param verdict its verdict
   * @param rule its rule
   * @return how grave it is
   */
  public static Severity of(Verdict verdict, RuleInfo rule) {
    return switch (verdict) {
      case Verdict.Confirmed confirmed -> ERROR;
      case Verdict.Undecided undecided -> WARNING;
      case Verdict.Refuted refuted -> NOTE;
      case Verdict.Structural structural -> of(rule.level());
    };
  }

  /**
   * The severity of a level.
   *
   * @param level the level
   * @return the same in another word
   */
  public static Severity of(Level level) {
    return valueOf(level.name());
  }

  /**
   * What it is called in reports.
   *
   * @return {@code error}, {@code warning} or {@code note}
   */
  public String word() {
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

package dev.chanlint.analyzer.cli;

import dev.chanlint.analyzer.config.Nearest;
import dev.chanlint.analyzer.report.Suppressed;
import dev.chanlint.model.code.Position;
import dev.chanlint.model.code.Program.Suppression;
import dev.chanlint.rules.Finding;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What a program's sources ask not to be told, and which of it was asked in vain. */
final class Suppressions {

  private static final String ALL = "*";

  private final List<Suppression> all;
  private final Set<Suppression> used = new HashSet<>();

  private Suppressions(List<Suppression> all) {
    this.all = all;
  }

  /**
   * Takes them over.
   *
   * @param all what the front end found
   * @param rules the ids of the rules that there are
   * @throws UserException if one names no rule, or gives no reason
   */
  static Suppressions of(List<Suppression> all, Collection<String> rules) {
    for (Suppression one : all) {
      if (!one.rule().equals(ALL) && !rules.contains(one.rule())) {
        throw new UserException(
            one.at(),
            "chanlint:ignore: unknown rule '" + one.rule() + "'" + Nearest.hint(one.rule(), rules));
      }
      if (one.reason().isBlank()) {
        throw new UserException(
            one.at(),
            "chanlint:ignore "
                + one.rule()
                + ": the reason is missing; write: chanlint:ignore "
                + one.rule()
                + " -- REASON");
      }
    }
    return new Suppressions(all);
  }

  /** Why a finding is not to be told, if so. */
  Optional<Suppressed> of(Finding finding) {
    List<Suppression> covering = all.stream().filter(one -> covers(one, finding)).toList();
    used.addAll(covering);
    return covering.stream()
        .findFirst()
        .map(one -> new Suppressed(Suppressed.By.SOURCE, one.reason()));
  }

  private static boolean covers(Suppression suppression, Finding finding) {
    return (suppression.rule().equals(ALL) || suppression.rule().equals(finding.rule()))
        && covers(suppression.scope(), finding.at());
  }

  private static boolean covers(Position scope, Position at) {
    return scope.file().equals(at.file())
        && scope.line() <= at.line()
        && at.line() <= scope.endLine();
  }

  /**
   * Findings about those that covered none.
   *
   * @param ran whether a rule was asked, so that it could have found something
   */
  List<Finding> unused(Predicate<String> ran) {
    return all.stream()
        .filter(one -> !used.contains(one))
        .filter(one -> one.rule().equals(ALL) || ran.test(one.rule()))
        .map(Suppressions::unused)
        .toList();
  }

  private static Finding unused(Suppression one) {
    String what = one.rule().equals(ALL) ? "anything" : one.rule();
    return new Finding(
        Catalog.UNUSED_SUPPRESSION,
        "Nothing is suppressed here: " + what + " is not reported; take the suppression out",
        one.at(),
        "",
        List.of(),
        List.of(),
        "suppression of " + one.rule() + " because " + one.reason());
  }
}

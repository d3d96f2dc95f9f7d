package dev.chanlint.analyzer.confirm.judge;

import dev.chanlint.analyzer.confirm.Judged;
import dev.chanlint.analyzer.confirm.Run;
import dev.chanlint.analyzer.confirm.Scope;
import dev.chanlint.analyzer.confirm.Verdict.Confirmed;
import dev.chanlint.explorer.Failure;
import dev.chanlint.explorer.Site;
import dev.chanlint.model.code.Position;
import dev.chanlint.rules.Finding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Faults that an exploration met and no confirmed finding explains: they are reported with their
 * witnesses, as findings of a rule named after the fault.
 *
 * @param fulfilled the predictions that came true; what touches one of their sites is explained
 * @param scope the program
 */
public record Unpredicted(List<Prediction> fulfilled, Scope scope) {

  /** What the ids of these rules begin with. */
  public static final String PREFIX = "explored-";

  /**
   * Those among the failures of explorations, each place once.
   *
   * @param runs the explorations
   * @return findings about them, confirmed
   */
  public List<Judged> among(Collection<Run> runs) {
    Set<String> seen = new HashSet<>();
    List<Judged> found = new ArrayList<>();
    for (Run run : runs) {
      for (Failure failure : run.exploration().failures()) {
        if (!Prediction.isPastTheBound(failure) && !isExplained(failure)) {
          finding(failure)
              .filter(finding -> seen.add(finding.rule() + finding.at()))
              .map(finding -> confirmed(finding, run, failure))
              .ifPresent(found::add);
        }
      }
    }
    return found;
  }

  private boolean isExplained(Failure failure) {
    return fulfilled.stream()
        .anyMatch(one -> one.isFulfilledBy(failure) || one.isTouchedBy(failure));
  }

  /** Empty if the fault struck outside the program's sources: there is no line to report it at. */
  private Optional<Finding> finding(Failure failure) {
    String word = failure.fault().name().toLowerCase(Locale.ROOT);
    return failure.sites().stream()
        .flatMap(site -> position(site).stream().map(at -> finding(word, failure, site, at)))
        .findFirst();
  }

  private static Finding finding(String word, Failure failure, Site site, Position at) {
    String what = failure.message().lines().findFirst().orElse("");
    return new Finding(
        PREFIX + word,
        word + " met while exploring, predicted by no rule: " + what,
        at,
        site.className() + "." + site.method(),
        List.of(),
        List.of(),
        word + " in " + site.className() + "." + site.method());
  }

  private Optional<Position> position(Site site) {
    return scope
        .sources()
        .fileOf(site)
        .filter(file -> site.line() > 0)
        .map(file -> new Position(file, site.line(), 1, site.line(), 1));
  }

  private Judged confirmed(Finding finding, Run run, Failure failure) {
    return new Judged(finding, new Confirmed(run.entry(), failure), List.of(run), scope);
  }
}

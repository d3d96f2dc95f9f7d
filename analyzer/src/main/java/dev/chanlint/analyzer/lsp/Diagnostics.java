package dev.chanlint.analyzer.lsp;

import dev.chanlint.analyzer.confirm.Verdict;
import dev.chanlint.analyzer.report.Fix;
import dev.chanlint.analyzer.report.RelatedSites;
import dev.chanlint.analyzer.report.Result;
import dev.chanlint.analyzer.report.Severity;
import dev.chanlint.model.code.Position;
import dev.chanlint.rules.Finding;
import java.util.List;
import java.util.function.Function;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticCodeDescription;
import org.eclipse.lsp4j.DiagnosticRelatedInformation;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.DiagnosticTag;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Range;

/** What is known, as the protocol's diagnostics. */
final class Diagnostics {

  static final String SOURCE = "chanlint";

  private final RulePages pages;
  private final Function<Position, String> uris;

  /**
   * Prepares it.
   *
   * @param uris tells what the editor calls the file of a position
   */
  Diagnostics(RulePages pages, Function<Position, String> uris) {
    this.pages = pages;
    this.uris = uris;
  }

  Diagnostic of(Result result) {
    Finding finding = result.finding();
    Diagnostic diagnostic =
        new Diagnostic(Places.range(finding.at()), finding.message() + verdict(result.verdict()));
    diagnostic.setSeverity(severity(result.severity()));
    diagnostic.setSource(SOURCE);
    diagnostic.setCode(finding.rule());
    pages
        .address(finding.rule())
        .map(DiagnosticCodeDescription::new)
        .ifPresent(diagnostic::setCodeDescription);
    diagnostic.setRelatedInformation(RelatedSites.of(finding).stream().map(this::related).toList());
    if (Fix.concerns(result)) {
      diagnostic.setTags(List.of(DiagnosticTag.Unnecessary));
    }
    diagnostic.setData(result.fingerprint());
    return diagnostic;
  }

  /** Of a mistake that keeps a file from being looked at. */
  static Diagnostic of(LinterException mistake) {
    Range range =
        mistake.at().map(Places::range).orElseGet(() -> Places.range(new Position("", 1, 1, 1, 1)));
    return new Diagnostic(range, mistake.getMessage(), DiagnosticSeverity.Error, SOURCE);
  }

  private DiagnosticRelatedInformation related(Finding.Related site) {
    Location location = new Location(uris.apply(site.at()), Places.range(site.at()));
    return new DiagnosticRelatedInformation(location, site.message());
  }

  private static String verdict(Verdict verdict) {
    return verdict instanceof Verdict.Confirmed ? " (" + verdict.word() + ")" : "";
  }

  private static DiagnosticSeverity severity(Severity severity) {
    return switch (severity) {
      case ERROR -> DiagnosticSeverity.Error;
      case WARNING -> DiagnosticSeverity.Warning;
      case NOTE -> DiagnosticSeverity.Information;
    };
  }
}

package dev.chanlint.analyzer.lsp;

import dev.chanlint.analyzer.report.Replay;
import dev.chanlint.analyzer.report.Result;
import dev.chanlint.analyzer.report.TextReport;
import dev.chanlint.explorer.witness.Painter;
import dev.chanlint.explorer.witness.Printable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;

/** What is told of findings when the user asks: message, verdict with witness, the rule's page. */
final class Hovers {

  private final RulePages pages;
  private final Replay replay;
  private final boolean markdown;

  /**
   * Prepares it.
   *
   * @param markdown whether the editor shows Markdown, or text as it is
   */
  Hovers(RulePages pages, Replay replay, boolean markdown) {
    this.pages = pages;
    this.replay = replay;
    this.markdown = markdown;
  }

  /** What to tell at a position; empty if nothing was found there. */
  Optional<Hover> at(Position position, List<Result> results) {
    Range here = new Range(position, position);
    List<Result> found =
        results.stream()
            .filter(result -> Places.overlap(Places.range(result.finding().at()), here))
            .toList();
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(new Hover(content(found), Places.range(found.getFirst().finding().at())));
  }

  private MarkupContent content(List<Result> found) {
    String findings = found.stream().map(this::finding).collect(Collectors.joining("\n"));
    String rules =
        found.stream()
            .map(result -> pages.text(result.finding().rule()))
            .distinct()
            .collect(Collectors.joining("\n"));
    return markdown
        ? new MarkupContent(MarkupKind.MARKDOWN, fenced(findings) + "\n" + rules)
        : new MarkupContent(MarkupKind.PLAINTEXT, findings + "\n" + rules);
  }

  private String finding(Result result) {
    return Stream.concat(
            Stream.of(Printable.line(result.finding().message())),
            TextReport.verdict(result, replay, Painter.PLAIN).stream())
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }

  /** Names in the code under test stay text, whatever they are: no run of backticks is as long. */
  private static String fenced(String text) {
    String fence = "```";
    while (text.contains(fence)) {
      fence += "`";
    }
    return fence + "text\n" + text + fence + "\n";
  }
}

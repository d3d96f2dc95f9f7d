package dev.chanlint.analyzer.report;

import dev.chanlint.explorer.witness.Painter;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A format whose lines stand for themselves, so that each result can be told as soon as it is known
 * and the whole is the same as if all were told at the end: first what is known before, then the
 * results in the order of {@link Report#told}, then what is known only at the end.
 */
public interface LineFormat {

  /**
   * The writer of a format.
   *
   * @param format which
   * @param opening a report as far as it is known before there are results
   * @param painter colours what is written, if the format has colours
   * @return the writer, for one report; empty if the format is a document, which has to be whole
   */
  static Optional<LineFormat> of(Output.Format format, Report opening, Painter painter) {
    return switch (format) {
      case TEXT -> Optional.of(new TextReport(opening, painter));
      case GNU -> Optional.of(new GnuReport());
      case JSON -> Optional.of(new JsonLines.Writer(opening));
      case GITHUB -> Optional.of(new GithubReport());
      case SARIF, HTML, CHECKSTYLE, RDJSON -> Optional.empty();
    };
  }

  /**
   * What stands before all results.
   *
   * @return lines, each ended
   */
  default String head() {
    return "";
  }

  /**
   * A result.
   *
   * @param result one that the report shows
   * @return lines, each ended
   */
  String result(Result result);

  /**
   * What stands behind all results.
   *
   * @param report the whole report
   * @return lines, each ended
   */
  default String tail(Report report) {
    return "";
  }

  /**
   * A whole report.
   *
   * @param report the report
   * @return lines, each ended
   */
  default String render(Report report) {
    return Stream.of(
            Stream.of(head()), report.told().stream().map(this::result), Stream.of(tail(report)))
        .flatMap(parts -> parts)
        .collect(Collectors.joining());
  }
}

package dev.chanlint.analyzer.cli;

import dev.chanlint.analyzer.report.LineFormat;
import dev.chanlint.analyzer.report.Output;
import dev.chanlint.analyzer.report.Report;
import dev.chanlint.analyzer.report.Result;

/** A report that is written on standard output while it becomes known. */
final class Live {

  private final Reports reports;
  private final Output output;
  private final LineFormat format;
  private final Report opening;
  private boolean begun;

  /**
   * Begins one.
   *
   * @param reports writes
   * @param output which of the outputs it is
   * @param format how it is written
   * @param opening the report as far as it is known before there are results
   */
  Live(Reports reports, Output output, LineFormat format, Report opening) {
    this.reports = reports;
    this.output = output;
    this.format = format;
    this.opening = opening;
  }

  /** Tells a finding of a rule, if it is to be shown; each in its turn. */
  void tell(Result result) {
    if (opening.shows(result)) {
      print(format.result(result));
    }
  }

  /** Whether this writes an output. */
  boolean writes(Output one) {
    return one == output;
  }

  /** Tells the rest; nothing is told afterwards. */
  void end(Report report) {
    report.told().stream()
        .filter(result -> !report.isOfARule(result))
        .forEach(result -> print(format.result(result)));
    print(format.tail(report));
  }

  /** What cannot be analysed after all leaves standard output empty. */
  private void print(String text) {
    reports.terminal().print(reports.out(), begun ? text : format.head() + text);
    begun = true;
  }
}

package dev.chanlint.analyzer.lsp;

import dev.chanlint.analyzer.report.Result;
import java.util.List;

/**
 * What came of running a finding.
 *
 * @param result the finding with its verdict
 * @param shown what of it is to be told: the result, unless one like it is not shown, and the
 *     faults that were met by chance
 */
public record Ran(Result result, List<Result> shown) {

  public Ran {
    shown = List.copyOf(shown);
  }
}

package dev.chanlint.analyzer.lsp;

import dev.chanlint.analyzer.report.Result;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.lsp4j.CodeLens;

/** What stands above the lines with findings: a button to run them. */
final class Lenses {

  private Lenses() {}

  /**
   * Those of a file.
   *
   * @param uri what the editor calls it
   */
  static List<CodeLens> of(String uri, List<Result> results) {
    return results.stream().flatMap(result -> of(uri, result)).toList();
  }

  private static Stream<CodeLens> of(String uri, Result result) {
    return RunCommand.of(result, uri).stream()
        .map(command -> new CodeLens(Places.range(result.finding().at()), command, null));
  }
}

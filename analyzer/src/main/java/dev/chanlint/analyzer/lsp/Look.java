package dev.chanlint.analyzer.lsp;

import dev.chanlint.analyzer.report.Result;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** What a look around a file has shown. */
public sealed interface Look {

  /**
   * The findings.
   *
   * @param files all that was looked at; what was known of them is known no more
   * @param results what to tell of them
   */
  record Seen(Set<Path> files, List<Result> results) implements Look {
    public Seen {
      files = Set.copyOf(files);
      results = List.copyOf(results);
    }
  }

  /** Nothing: a text that is being edited has a syntax error. What was known stands. */
  record Broken() implements Look {}
}

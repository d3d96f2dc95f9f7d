package dev.chanlint.analyzer.lsp;

import dev.chanlint.analyzer.report.Replay;
import dev.chanlint.analyzer.report.RuleInfo;
import java.nio.file.Path;
import java.util.Map;

/** What looks for mistakes. */
public interface Analyzer {

  /**
   * Opens a project; reads nothing yet.
   *
   * @param path its folder, or a file that is a project of its own; absolute and normalised
   * @return what looks for mistakes in it
   */
  Linter open(Path path);

  /**
   * What to say of the rules.
   *
   * @return the rules by id; every result's rule is among them
   */
  Map<String, RuleInfo> rules();

  /**
   * The command lines that replay witnesses.
   *
   * @return what makes them
   */
  Replay replay();

  /**
   * Where the rules' pages can be put for editors to open.
   *
   * @return a folder, which need not be there
   */
  Path pages();

  /**
   * The version.
   *
   * @return for readers
   */
  String version();
}

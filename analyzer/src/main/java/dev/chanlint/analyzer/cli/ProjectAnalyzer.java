package dev.chanlint.analyzer.cli;

import dev.chanlint.analyzer.cache.Store;
import dev.chanlint.analyzer.config.Key;
import dev.chanlint.analyzer.config.Settings;
import dev.chanlint.analyzer.lsp.Analyzer;
import dev.chanlint.analyzer.lsp.Linter;
import dev.chanlint.analyzer.report.Replay;
import dev.chanlint.analyzer.report.RuleInfo;
import java.nio.file.Path;
import java.util.Map;

/** The analyzer as the language server knows it. */
final class ProjectAnalyzer implements Analyzer {

  private final Services services;
  private final ProgramOptions options;
  private final Settings flags;
  private final Map<String, RuleInfo> rules;

  /**
   * Prepares it.
   *
   * @param services do the work
   * @param options how programs are read and run
   * @param flags what the command line sets; each project's own file sets the rest
   */
  ProjectAnalyzer(Services services, ProgramOptions options, Settings flags) {
    this.services = services;
    this.options = options;
    this.flags = flags;
    this.rules = Catalog.of(services);
  }

  @Override
  public Linter open(Path path) {
    return new ProjectLinter(services, options, flags, path);
  }

  @Override
  public Map<String, RuleInfo> rules() {
    return rules;
  }

  @Override
  public Replay replay() {
    return new Replay(Chanlint.commandName(), options.words(flags.get(Key.ALLOW)));
  }

  @Override
  public Path pages() {
    return Store.userFolder().resolve("rules");
  }

  @Override
  public String version() {
    return Chanlint.version();
  }
}

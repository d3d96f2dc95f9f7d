package dev.chanlint.analyzer.cli;

import dev.chanlint.analyzer.cache.Store;
import dev.chanlint.analyzer.confirm.EntryExplorer;
import dev.chanlint.analyzer.confirm.Fixtures;
import dev.chanlint.analyzer.report.RuleInfo;
import dev.chanlint.explorer.Exploration;
import dev.chanlint.explorer.Schedule;
import dev.chanlint.explorer.Worker;
import dev.chanlint.rules.Rule;
import java.nio.file.Path;
import java.util.List;

/** All of the analyzer but its workers: what it finds stays undecided. */
final class NothingRun implements Services {

  private final Services installed = new Installed();

  @Override
  public List<Loaded> load(
      List<String> paths, List<Path> classes, List<Path> classpath, Store clean) {
    return installed.load(paths, classes, classpath, clean);
  }

  @Override
  public Opened open(List<String> paths, List<Path> classpath, Store clean) {
    return installed.open(paths, classpath, clean);
  }

  @Override
  public List<Compiled> compile(List<String> paths, List<Path> classes, List<Path> classpath) {
    return installed.compile(paths, classes, classpath);
  }

  @Override
  public List<Rule> rules() {
    return installed.rules();
  }

  @Override
  public RuleInfo describe(Rule rule) {
    return installed.describe(rule);
  }

  @Override
  public Sandbox sandbox(SandboxOptions options) {
    return new Sandbox() {
      @Override
      public EntryExplorer explorer(List<Path> classpath) {
        return request -> Fixtures.limited("nothing is run");
      }

      @Override
      public Exploration explore(List<Path> classpath, String entry, Worker.Budget budget) {
        return Fixtures.limited("nothing is run");
      }

      @Override
      public Exploration replay(List<Path> classpath, String entry, Schedule schedule) {
        return Fixtures.limited("nothing is run");
      }

      @Override
      public void close() {}
    };
  }
}

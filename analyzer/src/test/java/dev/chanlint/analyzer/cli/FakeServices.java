package dev.chanlint.analyzer.cli;

import dev.chanlint.analyzer.cache.Store;
import dev.chanlint.analyzer.confirm.EntryExplorer;
import dev.chanlint.analyzer.confirm.Fixtures;
import dev.chanlint.analyzer.report.RuleInfo;
import dev.chanlint.explorer.Exploration;
import dev.chanlint.explorer.Schedule;
import dev.chanlint.explorer.Worker;
import dev.chanlint.model.ProgramModel;
import dev.chanlint.model.code.Program;
import dev.chanlint.rules.Category;
import dev.chanlint.rules.Fault;
import dev.chanlint.rules.Finding;
import dev.chanlint.rules.Level;
import dev.chanlint.rules.Rule;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A program with one finding, and an exploration that is given. */
final class FakeServices implements Services {

  private final Exploration exploration;
  private final Path classes;

  /**
   * Makes some.
   *
   * @param exploration what every run finds
   * @param classes a folder that has the class files of the program
   */
  FakeServices(Exploration exploration, Path classes) {
    this.exploration = exploration;
    this.classes = classes;
  }

  @Override
  public List<Loaded> load(
      List<String> paths, List<Path> classes, List<Path> classpath, Store clean) {
    return List.of(loaded(paths));
  }

  private static Loaded loaded(List<String> paths) {
    Program program = Fixtures.program();
    Built built = new Built(List.of(), List.of());
    return Loaded.whole(paths, () -> program, built, 1, List.of(), Optional.empty());
  }

  @Override
  public Opened open(List<String> paths, List<Path> classpath, Store clean) {
    return new Opened() {
      @Override
      public Surroundings around(String file, List<Unsaved> unsaved) {
        return new Surroundings(List.of(loaded(paths)), List.of(), Set.of(file));
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public List<Compiled> compile(List<String> paths, List<Path> classes, List<Path> classpath) {
    return List.of(new Compiled(List.of(this.classes), List.of()));
  }

  @Override
  public List<Rule> rules() {
    return List.of(new LeakSend());
  }

  @Override
  public RuleInfo describe(Rule rule) {
    return new RuleInfo(
        rule.id(),
        rule.category().prefix(),
        rule.level(),
        "A send that nobody receives.",
        "# leak-send\n\nA `send` that nobody receives.\n\n```java\nch.send(1);\n```\n",
        List.of(772));
  }

  @Override
  public Sandbox sandbox(SandboxOptions options) {
    return new Sandbox() {
      @Override
      public EntryExplorer explorer(List<Path> classpath) {
        return request -> exploration;
      }

      @Override
      public Exploration explore(List<Path> classpath, String entry, Worker.Budget budget) {
        return exploration;
      }

      @Override
      public Exploration replay(List<Path> classpath, String entry, Schedule schedule) {
        return exploration;
      }

      @Override
      public void close() {}
    };
  }

  /** Always finds the same. */
  private static final class LeakSend implements Rule {
    @Override
    public String id() {
      return "leak-send";
    }

    @Override
    public Category category() {
      return Category.LEAK;
    }

    @Override
    public Level level() {
      return Level.WARNING;
    }

    @Override
    public Set<Fault> confirmedBy() {
      return Set.of(Fault.LEAK);
    }

    @Override
    public List<Finding> check(ProgramModel model) {
      return List.of(Fixtures.finding("leak-send", 10));
    }
  }
}

package dev.chanlint.analyzer.cli;

import dev.chanlint.analyzer.report.RuleInfo;
import dev.chanlint.rules.Rule;
import java.nio.file.Path;
import java.util.List;

/** What the commands have done by others. */
interface Services {

  /**
   * Reads a program, compiling it first if need be.
   *
   * @param paths source files and folders, as the user named them
   * @param classes folders of its compiled classes; none to have it compiled
   * @param classpath what it is compiled against
   * @throws UserException if nothing can be read
   */
  Loaded load(List<String> paths, List<Path> classes, List<Path> classpath);

  /** The rules, sorted by id. */
  List<Rule> rules();

  /** What to say of a rule. */
  RuleInfo describe(Rule rule);

  /**
   * A place to run a program.
   *
   * @param classpath what it runs with
   * @param workers how many runs can go on at a time
   */
  Sandbox sandbox(List<Path> classpath, int workers);
}

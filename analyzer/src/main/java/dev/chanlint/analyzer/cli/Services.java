package dev.chanlint.analyzer.cli;

import dev.chanlint.analyzer.cache.Store;
import dev.chanlint.analyzer.report.RuleInfo;
import dev.chanlint.rules.Rule;
import java.nio.file.Path;
import java.util.List;

/** What the commands have done by others. */
interface Services {

  /**
   * Reads programs, compiling them first if need be: one, or several where types of the same name
   * are declared more than once.
   *
   * @param paths source files and folders, as the user named them
   * @param classes folders of its compiled classes; none to have it compiled
   * @param classpath what it is compiled against
   * @param clean has the keys of islands that are known to be without findings, which are left out
   * @throws UserException if nothing can be read
   */
  List<Loaded> load(List<String> paths, List<Path> classes, List<Path> classpath, Store clean);

  /**
   * Opens a project to edit it.
   *
   * @param paths source files and folders; those that are not there have no files
   * @param classpath what it is compiled against
   * @param clean has the keys of islands that are known to be without findings, which are left out
   * @throws UserException if the class path cannot be read
   */
  Opened open(List<String> paths, List<Path> classpath, Store clean);

  /**
   * Compiles programs, if need be: one, or several where types of the same name are declared more
   * than once.
   *
   * @param paths source files and folders, as the user named them; none if there are classes
   * @param classes folders of its compiled classes; none to have it compiled
   * @param classpath what it is compiled against
   * @throws UserException if there is nothing to compile
   */
  List<Compiled> compile(List<String> paths, List<Path> classes, List<Path> classpath);

  /** The rules, sorted by id. */
  List<Rule> rules();

  /** What to say of a rule. */
  RuleInfo describe(Rule rule);

  /** A place to run programs. */
  Sandbox sandbox(SandboxOptions options);
}

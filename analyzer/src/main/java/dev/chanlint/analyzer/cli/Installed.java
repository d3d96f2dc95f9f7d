package dev.chanlint.analyzer.cli;

import dev.chanlint.analyzer.cache.Store;
import dev.chanlint.analyzer.front.FrontEnd;
import dev.chanlint.analyzer.project.Project;
import dev.chanlint.analyzer.project.Project.Extent;
import dev.chanlint.analyzer.project.ProjectException;
import dev.chanlint.analyzer.project.SourceFile;
import dev.chanlint.analyzer.project.SourceSet;
import dev.chanlint.analyzer.report.RuleInfo;
import dev.chanlint.rules.Rule;
import dev.chanlint.rules.RulePage;
import dev.chanlint.rules.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The front end, the rules and the explorer, as installed. */
final class Installed implements Services {

  @Override
  public List<Loaded> load(
      List<String> paths,
      Optional<Unsaved> unsaved,
      List<Path> classes,
      List<Path> classpath,
      Store clean) {
    try {
      List<SourceFile> extra = unsaved.stream().map(Installed::written).toList();
      List<SourceSet> programs =
          Project.load(paths, extra, classes, classpath, Extent.RELEVANT, clean);
      return programs.stream()
          .map(sources -> read(sources, programs.size() == 1 ? paths : names(sources)))
          .toList();
    } catch (ProjectException e) {
      throw new UserException(e);
    }
  }

  /** In a folder of its own, for a file's name must go with its class. */
  private static SourceFile written(Unsaved unsaved) {
    Path simpleName = Path.of(unsaved.name()).getFileName();
    if (simpleName == null || !simpleName.toString().endsWith(".java")) {
      throw new UserException(
          "--stdin-filename " + unsaved.name() + ": not the name of a Java source file");
    }
    try {
      Path folder = Files.createTempDirectory("chanlint-stdin");
      Path file = folder.resolve(simpleName);
      folder.toFile().deleteOnExit();
      file.toFile().deleteOnExit();
      Files.writeString(file, unsaved.text());
      return new SourceFile(
          file.toRealPath(), Path.of(unsaved.name()).normalize().toString().replace('\\', '/'));
    } catch (IOException e) {
      throw new UserException("standard input cannot be kept: " + e, e);
    }
  }

  @Override
  public List<Compiled> compile(List<String> paths, List<Path> classes, List<Path> classpath) {
    try {
      return paths.isEmpty()
          ? List.of(new Compiled(classes, Project.libraries(classpath)))
          : Project.load(paths, classes, classpath, Extent.WHOLE).stream()
              .map(sources -> new Compiled(sources.classes(), sources.libraries()))
              .toList();
    } catch (ProjectException e) {
      throw new UserException(e);
    }
  }

  private static Loaded read(SourceSet sources, List<String> paths) {
    return new Loaded(
        paths,
        () -> FrontEnd.read(sources),
        sources.classPath(),
        sources.examined(),
        sources.islands(),
        sources.key());
  }

  private static List<String> names(SourceSet sources) {
    return sources.files().stream().map(SourceFile::name).toList();
  }

  @Override
  public List<Rule> rules() {
    return Rules.all();
  }

  @Override
  public RuleInfo describe(Rule rule) {
    RulePage page = RulePage.of(rule);
    return new RuleInfo(
        rule.id(),
        rule.category().prefix(),
        rule.level(),
        page.summary(),
        page.text(),
        page.weaknesses());
  }

  @Override
  public Sandbox sandbox(SandboxOptions options) {
    return new Workers(options);
  }
}

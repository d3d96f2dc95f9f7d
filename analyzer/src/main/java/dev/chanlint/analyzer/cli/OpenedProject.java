package dev.chanlint.analyzer.cli;

import dev.chanlint.analyzer.front.FrontEnd;
import dev.chanlint.analyzer.project.OpenProject;
import dev.chanlint.analyzer.project.ProjectException;
import dev.chanlint.analyzer.project.SourceFile;
import dev.chanlint.analyzer.project.SourceSet;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A project's sources, read as they are being edited. */
final class OpenedProject implements Opened {

  private final List<String> paths;
  private final OpenProject project;
  private final Drafts drafts = new Drafts();

  /**
   * Opens it.
   *
   * @param paths its source files and folders
   */
  OpenedProject(List<String> paths, OpenProject project) {
    this.paths = List.copyOf(paths);
    this.project = project;
  }

  @Override
  public Surroundings around(String file, List<Unsaved> unsaved) {
    try {
      OpenProject.Surroundings found =
          project.around(Path.of(file).toAbsolutePath().normalize(), drafts.keep(unsaved));
      return new Surroundings(
          found.programs().stream()
              .map(sources -> read(sources, scope(sources, found.isOneProgram())))
              .toList(),
          found.errors(),
          found.files().stream().map(SourceFile::name).collect(Collectors.toSet()));
    } catch (ProjectException e) {
      throw new UserException(e);
    }
  }

  private List<String> scope(SourceSet sources, boolean isOneProgram) {
    return isOneProgram && !paths.isEmpty()
        ? paths
        : sources.files().stream().map(SourceFile::name).toList();
  }

  private Loaded read(SourceSet sources, List<String> names) {
    return Loaded.part(
        names,
        () -> FrontEnd.read(sources),
        () -> built(sources),
        sources.examined(),
        sources.islands());
  }

  private Built built(SourceSet sources) {
    try {
      SourceSet compiled = project.compiled(sources);
      return new Built(compiled.classPath(), compiled.gaps());
    } catch (ProjectException e) {
      throw new UserException(e);
    }
  }

  @Override
  public void close() {
    drafts.close();
  }
}

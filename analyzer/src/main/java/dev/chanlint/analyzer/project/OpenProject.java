package dev.chanlint.analyzer.project;

import dev.chanlint.analyzer.cache.Store;
import dev.chanlint.model.code.Program.Gap;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.tools.JavaCompiler;

/**
 * A project that is being edited. One looks again and again at what one of its files has to do
 * with, and nothing else is parsed then; what has not changed in between is not even read. Not safe
 * for use by several threads.
 */
public final class OpenProject {

  private final List<String> paths;
  private final List<Path> libraries;
  private final Store clean;
  private final JavaCompiler compiler;
  private final ClassCache cache = ClassCache.in(Store.userFolder());
  private final Outlines outlines = new Outlines();

  private OpenProject(
      List<String> paths, List<Path> libraries, Store clean, JavaCompiler compiler) {
    this.paths = List.copyOf(paths);
    this.libraries = libraries;
    this.clean = clean;
    this.compiler = compiler;
  }

  /**
   * Opens a project; reads nothing yet.
   *
   * @param paths source files and folders; what is not there has no files
   * @param classPath what they are compiled against; the runtime is added to it
   * @param clean has the keys of islands without findings, which are left out
   * @return the project
   * @throws ProjectException if part of the class path is not there
   */
  public static OpenProject of(List<String> paths, List<Path> classPath, Store clean)
      throws ProjectException {
    return new OpenProject(paths, Project.libraries(classPath), clean, Project.compiler());
  }

  /**
   * What a file has to do with.
   *
   * @param isOneProgram whether the project is one program, so that its paths name it
   * @param programs of each program that has the file the islands that it is on, not compiled; none
   *     if the file has nothing to do with concurrency or is known to be without findings
   * @param errors the syntax errors in files that are being edited; those files are left out
   * @param files the files of the islands, those left out among them
   */
  public record Surroundings(
      boolean isOneProgram, List<SourceSet> programs, List<Gap> errors, Set<SourceFile> files) {

    public Surroundings {
      programs = List.copyOf(programs);
      errors = List.copyOf(errors);
      files = Set.copyOf(files);
    }
  }

  /**
   * Looks around a file.
   *
   * @param file its absolute, normalised path
   * @param unsaved files that stand for those of their names; they need not be there
   * @return what it has to do with
   * @throws ProjectException if the project cannot be read
   */
  public Surroundings around(Path file, List<SourceFile> unsaved) throws ProjectException {
    byte[] setting = Project.setting(libraries);
    List<SourceSet> programs = new ArrayList<>();
    Map<SourceFile, Gap> errors = new LinkedHashMap<>();
    Set<SourceFile> all = new HashSet<>();
    List<SourceFile> present = Project.replaced(SourceFinder.present(paths), unsaved);
    List<List<Outline>> partition = Partition.of(outlines.of(present));
    for (List<Outline> program : partition) {
      List<Island> islands = islands(program, file, setting);
      if (!islands.isEmpty()) {
        List<SourceFile> files =
            islands.stream().flatMap(island -> island.files().stream()).toList();
        Map<SourceFile, Gap> broken = SyntaxCheck.errors(files, compiler);
        programs.add(sources(files, broken, program.size(), islands));
        errors.putAll(broken);
        all.addAll(files);
      }
    }
    errors.keySet().retainAll(unsaved);
    return new Surroundings(partition.size() == 1, programs, List.copyOf(errors.values()), all);
  }

  private List<Island> islands(List<Outline> program, Path file, byte[] setting)
      throws ProjectException {
    if (program.stream().noneMatch(outline -> outline.file().home().equals(file))) {
      return List.of();
    }
    return Relevance.select(program, List.of(), setting).stream()
        .filter(island -> island.files().stream().anyMatch(one -> one.home().equals(file)))
        .filter(island -> clean.find(island.key()).isEmpty())
        .toList();
  }

  private SourceSet sources(
      List<SourceFile> files, Map<SourceFile, Gap> broken, int examined, List<Island> islands) {
    List<SourceFile> whole = files.stream().filter(file -> !broken.containsKey(file)).toList();
    List<Gap> gaps = List.copyOf(broken.values());
    return new SourceSet(whole, List.of(), libraries, gaps, examined, islands, Optional.empty());
  }

  /**
   * Compiles what is around a file.
   *
   * @param sources one of the programs
   * @return the same with classes; its gaps are what could not be compiled
   * @throws ProjectException if they cannot be written
   */
  public SourceSet compiled(SourceSet sources) throws ProjectException {
    ClassCache.Entry classes =
        cache.classes(sources.files(), libraries, new Compiler(compiler, libraries));
    return new SourceSet(sources.files(), List.of(classes.folder()), libraries, classes.gaps());
  }
}

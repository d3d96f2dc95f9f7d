package dev.chanlint.analyzer.project;

import dev.chanlint.model.code.Program.Gap;
import dev.chanlint.runtime.Chan;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Finds out what to analyse. */
public final class Project {

  private final List<Path> classes;
  private final List<Path> libraries;
  private final JavaCompiler compiler;
  private final ClassCache cache;

  private Project(
      List<Path> classes, List<Path> libraries, JavaCompiler compiler, ClassCache cache) {
    this.classes = classes;
    this.libraries = libraries;
    this.compiler = compiler;
    this.cache = cache;
  }

  /** Which of the sources to load. */
  public enum Extent {
    /** All, to run them. */
    WHOLE,
    /** Those that can have to do with concurrency, to analyse them. */
    RELEVANT
  }

  /**
   * The programs at and under paths: one, or several where a type is declared more than once.
   * Sources without classes are compiled.
   *
   * <p>A file with a syntax error is left out; one that does not compile is in the program but not
   * among its classes. Both are said in the program's gaps.
   *
   * @param paths source files and folders as the user named them
   * @param classes folders of the sources' compiled classes; none to have them compiled
   * @param classPath what they are compiled against; the runtime is added to it
   * @param extent which of their files to load
   * @return the programs, the files of each sorted; without files where none is relevant
   * @throws ProjectException if there is nothing to analyse
   */
  public static List<SourceSet> load(
      List<String> paths, List<Path> classes, List<Path> classPath, Extent extent)
      throws ProjectException {
    List<SourceFile> files = SourceFinder.find(paths);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new ProjectException(
          System.getProperty("java.home") + ": this Java runtime has no compiler; use a JDK");
    }
    List<Path> libraries = libraries(classPath);
    return new Project(absolute(classes), libraries, compiler, ClassCache.ofUser())
        .load(files, extent);
  }

  /**
   * What compiled code is run with.
   *
   * @param classPath the class path as the user named it
   * @return its entries and the runtime
   * @throws ProjectException if one is not there
   */
  public static List<Path> libraries(List<Path> classPath) throws ProjectException {
    for (Path entry : classPath) {
      if (!Files.exists(entry)) {
        throw new ProjectException(entry + ": no such file or folder, on the class path");
      }
    }
    Set<Path> libraries = new LinkedHashSet<>(absolute(classPath));
    libraries.add(runtime());
    return List.copyOf(libraries);
  }

  private static List<Path> absolute(List<Path> paths) {
    return paths.stream().map(path -> path.toAbsolutePath().normalize()).toList();
  }

  /** Where the runtime is: a jar, or a folder in this project's own build. */
  private static Path runtime() {
    try {
      return Path.of(Chan.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Files of one program.
   *
   * @param files those to load
   * @param examined how many there are in all
   */
  private record Selected(List<SourceFile> files, int examined) {

    Selected without(Set<SourceFile> broken) {
      return new Selected(files.stream().filter(file -> !broken.contains(file)).toList(), examined);
    }
  }

  private List<SourceSet> load(List<SourceFile> files, Extent extent) throws ProjectException {
    List<Selected> programs = new ArrayList<>();
    for (List<Outline> program : Partition.of(Outline.of(files))) {
      programs.add(select(program, extent));
    }
    Map<SourceFile, Gap> broken =
        SyntaxCheck.errors(
            programs.stream().flatMap(program -> program.files().stream()).distinct().toList(),
            compiler);
    if (broken.keySet().containsAll(files)) {
      Gap first = broken.values().iterator().next();
      throw new ProjectException(first.at().file() + ":" + first.at().line() + ": " + first.what());
    }
    List<SourceSet> sets = new ArrayList<>();
    for (Selected program : programs) {
      List<Gap> gaps = sets.isEmpty() ? List.copyOf(broken.values()) : List.of();
      sets.add(sourceSet(program.without(broken.keySet()), gaps));
    }
    return sets;
  }

  private Selected select(List<Outline> program, Extent extent) throws ProjectException {
    List<Outline> selected = extent == Extent.WHOLE ? program : Relevance.select(program, classes);
    return new Selected(selected.stream().map(Outline::file).toList(), program.size());
  }

  private SourceSet sourceSet(Selected program, List<Gap> gaps) throws ProjectException {
    List<SourceFile> files = program.files();
    if (!classes.isEmpty() || files.isEmpty()) {
      return new SourceSet(files, classes, libraries, gaps, program.examined());
    }
    ClassCache.Entry compiled = cache.classes(files, libraries, new Compiler(compiler, libraries));
    List<Gap> all = new ArrayList<>(gaps);
    all.addAll(compiled.gaps());
    return new SourceSet(files, List.of(compiled.folder()), libraries, all, program.examined());
  }
}

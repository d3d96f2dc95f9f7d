package dev.chanlint.analyzer.project;

import dev.chanlint.model.code.Program.Gap;
import dev.chanlint.runtime.Chan;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
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
   * @return the programs, the files of each sorted
   * @throws ProjectException if there is nothing to analyse
   */
  public static List<SourceSet> load(List<String> paths, List<Path> classes, List<Path> classPath)
      throws ProjectException {
    List<SourceFile> files = SourceFinder.find(paths);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new ProjectException(
          System.getProperty("java.home") + ": this Java runtime has no compiler; use a JDK");
    }
    List<Path> libraries = libraries(classPath);
    return new Project(absolute(classes), libraries, compiler, ClassCache.ofUser()).load(files);
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

  private List<SourceSet> load(List<SourceFile> files) throws ProjectException {
    List<Gap> gaps = new ArrayList<>();
    List<Outline> outlines = Outline.of(files, compiler, gaps);
    if (outlines.isEmpty()) {
      Gap first = gaps.getFirst();
      throw new ProjectException(first.at().file() + ":" + first.at().line() + ": " + first.what());
    }
    List<SourceSet> sets = new ArrayList<>();
    for (List<Outline> program : Partition.of(outlines)) {
      sets.add(
          sourceSet(
              program.stream().map(Outline::file).toList(), sets.isEmpty() ? gaps : List.of()));
    }
    return sets;
  }

  private SourceSet sourceSet(List<SourceFile> files, List<Gap> gaps) throws ProjectException {
    if (!classes.isEmpty()) {
      return new SourceSet(files, classes, libraries, gaps);
    }
    ClassCache.Entry compiled = cache.classes(files, libraries, new Compiler(compiler, libraries));
    List<Gap> all = new ArrayList<>(gaps);
    all.addAll(compiled.gaps());
    return new SourceSet(files, List.of(compiled.folder()), libraries, all);
  }
}

package dev.chanlint.analyzer.project;

import dev.chanlint.analyzer.cache.Key;
import dev.chanlint.analyzer.cache.Store;
import dev.chanlint.model.code.Program;
import dev.chanlint.model.code.Program.Gap;
import dev.chanlint.runtime.Chan;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Finds out what to analyse. */
public final class Project {

  private final List<Path> classes;
  private final List<Path> libraries;
  private final JavaCompiler compiler;
  private final ClassCache cache;
  private final Store clean;

  private Project(
      List<Path> classes,
      List<Path> libraries,
      JavaCompiler compiler,
      ClassCache cache,
      Store clean) {
    this.classes = classes;
    this.libraries = libraries;
    this.compiler = compiler;
    this.cache = cache;
    this.clean = clean;
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
   * @param clean has the keys of islands without findings, which are left out of the relevant files
   * @return the programs, the files of each sorted; without files where none is relevant
   * @throws ProjectException if there is nothing to analyse
   */
  public static List<SourceSet> load(
      List<String> paths, List<Path> classes, List<Path> classPath, Extent extent, Store clean)
      throws ProjectException {
    List<SourceFile> files = SourceFinder.find(paths);
    List<Path> libraries = libraries(classPath);
    return new Project(
            absolute(classes), libraries, compiler(), ClassCache.in(Store.userFolder()), clean)
        .load(files, extent);
  }

  /**
   * The same with nothing left out as clean.
   *
   * @param paths source files and folders as the user named them
   * @param classes folders of the sources' compiled classes; none to have them compiled
   * @param classPath what they are compiled against; the runtime is added to it
   * @param extent which of their files to load
   * @return the programs
   * @throws ProjectException if there is nothing to analyse
   */
  public static List<SourceSet> load(
      List<String> paths, List<Path> classes, List<Path> classPath, Extent extent)
      throws ProjectException {
    return load(paths, classes, classPath, extent, Store.none());
  }

  /**
   * The compiler of this JDK.
   *
   * @throws ProjectException if this Java runtime has none
   */
  static JavaCompiler compiler() throws ProjectException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new ProjectException(
          System.getProperty("java.home") + ": this Java runtime has no compiler; use a JDK");
    }
    return compiler;
  }

  /** Files, with those that are not saved in the place of what they stand for. */
  static List<SourceFile> replaced(List<SourceFile> saved, List<SourceFile> unsaved) {
    Map<Path, SourceFile> byHome = new LinkedHashMap<>();
    saved.forEach(file -> byHome.put(file.path(), file));
    unsaved.forEach(file -> byHome.put(file.home(), file));
    return List.copyOf(byHome.values());
  }

  /**
   * What compiled code is run with.
   *
   * @param classPath the class path as the user named it
   * @return its entries and the runtime
   * @throws ProjectException if one is not there, or neither a folder nor an archive
   */
  public static List<Path> libraries(List<Path> classPath) throws ProjectException {
    for (Path entry : classPath) {
      if (!Files.exists(entry)) {
        throw new ProjectException(entry + ": no such file or folder, on the class path");
      }
      if (!Files.isDirectory(entry)) {
        requireArchive(entry);
      }
    }
    Set<Path> libraries = new LinkedHashSet<>(absolute(classPath));
    libraries.add(runtime());
    return List.copyOf(libraries);
  }

  private static void requireArchive(Path entry) throws ProjectException {
    try (ZipFile archive = new ZipFile(entry.toFile())) {
      archive.size();
    } catch (IOException e) {
      throw new ProjectException(
          entry
              + ": no archive, on the class path: "
              + Objects.requireNonNullElse(e.getMessage(), "damaged"));
    }
  }

  private static List<Path> absolute(List<Path> paths) {
    return paths.stream().map(path -> path.toAbsolutePath().normalize()).toList();
  }

  /** Where the runtime is: a jar, or a folder in this project's own build. */
  private static Path runtime() {
    return codeOf(Chan.class);
  }

  private static Path codeOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Files of one program.
   *
   * @param files those to load
   * @param examined how many there are in all
   * @param islands what those consist of, if they were selected
   * @param key the digest of what they were selected from, if they were
   */
  private record Selected(
      List<SourceFile> files, int examined, List<Island> islands, Optional<Key> key) {

    Selected with(Island island) {
      return new Selected(
          files, examined, Stream.concat(Stream.of(island), islands.stream()).toList(), key);
    }

    Selected without(Set<SourceFile> broken) {
      return new Selected(
          files.stream().filter(file -> !broken.contains(file)).toList(), examined, islands, key);
    }
  }

  private List<SourceSet> load(List<SourceFile> files, Extent extent) throws ProjectException {
    if (extent == Extent.WHOLE) {
      return load(files, Partition.of(Outline.of(files)).stream().map(Project::whole).toList());
    }
    byte[] setting = setting(libraries);
    Island all = new Island(files, state(files, setting));
    if (clean.find(all.key()).isPresent()) {
      return List.of(
          new SourceSet(
              List.of(), classes, libraries, List.of(), files.size(), List.of(), Optional.empty()));
    }
    List<Selected> programs = new ArrayList<>();
    for (List<Outline> program : Partition.of(Outline.of(files))) {
      programs.add(relevant(program, setting));
    }
    programs.set(0, programs.getFirst().with(all));
    return load(files, programs);
  }

  private List<SourceSet> load(List<SourceFile> files, List<Selected> programs)
      throws ProjectException {
    Map<SourceFile, Gap> broken = broken(programs);
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

  /** What was compiled whole has no syntax errors. */
  private Map<SourceFile, Gap> broken(List<Selected> programs) throws ProjectException {
    boolean compiled = classes.isEmpty();
    for (Selected program : programs) {
      compiled = compiled && cache.has(program.files(), libraries);
    }
    return compiled
        ? Map.of()
        : SyntaxCheck.errors(
            programs.stream().flatMap(program -> program.files().stream()).distinct().toList(),
            compiler);
  }

  private static Selected whole(List<Outline> program) {
    return new Selected(
        program.stream().map(Outline::file).toList(), program.size(), List.of(), Optional.empty());
  }

  private Selected relevant(List<Outline> program, byte[] setting) throws ProjectException {
    List<Island> all = Relevance.select(program, classes, setting);
    List<Island> islands =
        all.stream().filter(island -> clean.find(island.key()).isEmpty()).toList();
    Set<SourceFile> selected = new HashSet<>();
    islands.forEach(island -> selected.addAll(island.files()));
    List<SourceFile> inOrder =
        program.stream().map(Outline::file).filter(selected::contains).toList();
    return new Selected(inOrder, program.size(), islands, Optional.of(key(all)));
  }

  private static Key key(List<Island> islands) {
    Key.Builder key = new Key.Builder("program");
    islands.forEach(island -> key.add(island.key().name()));
    return key.build();
  }

  /** What findings depend on beside the sources: the libraries, and the analyzer itself. */
  static byte[] setting(List<Path> libraries) throws ProjectException {
    Key.Builder setting = new Key.Builder("setting");
    try {
      for (Path library : libraries) {
        setting.addState(library);
      }
      for (Class<?> part : List.of(Project.class, Program.class)) {
        setting.addState(codeOf(part));
      }
    } catch (IOException e) {
      throw new ProjectException("cannot read the class path: " + e);
    }
    return setting.build().name().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * What all files are by their sizes and times. Where these are as they were, the files need not
   * be read to learn that they are unchanged.
   */
  private Key state(List<SourceFile> files, byte[] setting) throws ProjectException {
    Key.Builder state = new Key.Builder("state").add(setting);
    try {
      for (Path folder : classes) {
        state.addState(folder);
      }
      for (SourceFile file : files) {
        state.add(file.name()).addState(file.path());
      }
    } catch (IOException e) {
      throw new ProjectException("cannot be read: " + e);
    }
    return state.build();
  }

  private SourceSet sourceSet(Selected program, List<Gap> gaps) throws ProjectException {
    List<SourceFile> files = program.files();
    if (!classes.isEmpty() || files.isEmpty()) {
      return new SourceSet(
          files, classes, libraries, gaps, program.examined(), program.islands(), program.key());
    }
    ClassCache.Entry compiled = cache.classes(files, libraries, new Compiler(compiler, libraries));
    List<Gap> all = new ArrayList<>(gaps);
    all.addAll(compiled.gaps());
    return new SourceSet(
        files,
        List.of(compiled.folder()),
        libraries,
        all,
        program.examined(),
        program.islands(),
        program.key());
  }
}

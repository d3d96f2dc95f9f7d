package dev.chanlint.analyzer.cli;

import dev.chanlint.analyzer.cache.Store;
import dev.chanlint.analyzer.config.Nearest;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** What a command needs to know of a program beside where its sources are. */
final class ProgramOptions {

  @Option(
      names = "--classes",
      paramLabel = "DIR",
      description = {
        "Folder of the compiled classes of these sources; may be repeated.",
        "Without it the sources are compiled, with the JDK that runs this."
      })
  private List<String> classes = new ArrayList<>();

  @Option(
      names = {"--classpath", "-cp"},
      paramLabel = "CP",
      description = "What the sources are compiled against: jars and folders, as javac takes it.")
  private String classpath = "";

  @Option(
      names = "--no-cache",
      description = {
        "Analyse and explore everything anew. Without this, what is known of code that has not",
        "changed is taken from $XDG_CACHE_HOME/chanlint, or ~/.cache/chanlint."
      })
  private boolean uncached;

  /**
   * How to run it.
   *
   * @param allowed the effects that it may have
   */
  SandboxOptions sandbox(List<String> allowed) {
    return new SandboxOptions(allowed, isCached());
  }

  /** Whether what is known of code that has not changed may be used. */
  boolean isCached() {
    return !uncached;
  }

  /**
   * Has what is at these paths read.
   *
   * @param clean has the keys of islands that are known to be without findings
   */
  List<Loaded> load(List<String> paths, Services services, Store clean) {
    requireExistence(paths);
    return services.load(paths, classes(), classpath(), clean);
  }

  /**
   * Opens what is at these paths, to be edited; they need not be there. Classes may be older than
   * the sources then, and are what these are compiled against.
   *
   * @param clean has the keys of islands that are known to be without findings
   */
  Opened open(List<String> paths, Services services, Store clean) {
    List<Path> all = Stream.concat(classes().stream(), classpath().stream()).toList();
    return services.open(paths, all, clean);
  }

  /** Complains of a path that is not there. */
  static void requireExistence(List<String> paths) {
    for (String path : paths) {
      if (!Files.exists(Path.of(path))) {
        throw new UserException(path + ": no such file or folder");
      }
    }
  }

  /**
   * What a class is run with, its sources compiled if need be.
   *
   * @param entry the binary name of the class; what stands behind a {@code #} does not count
   * @param paths its sources; none if its classes are named
   */
  List<Path> classPathOf(String entry, List<String> paths, Services services) {
    requireExistence(paths);
    if (paths.isEmpty() && classes.isEmpty()) {
      throw new UserException("no code named: give source files or folders, or --classes");
    }
    String name = entry.replaceFirst("#.*", "");
    String file = name.replace('.', '/') + ".class";
    List<Compiled> programs = services.compile(paths, classes(), classpath());
    return programs.stream()
        .filter(compiled -> compiled.has(file))
        .findFirst()
        .map(Compiled::classPath)
        .orElseThrow(() -> new UserException(complaint(name, paths, programs)));
  }

  private String complaint(String name, List<String> paths, List<Compiled> programs) {
    List<String> known = programs.stream().flatMap(one -> one.names().stream()).toList();
    return "no class " + name + " in " + where(paths) + Nearest.hint(name, known);
  }

  private String where(List<String> paths) {
    return String.join(", ", paths.isEmpty() ? classes : paths);
  }

  private List<Path> classes() {
    for (String folder : classes) {
      if (!Files.isDirectory(Path.of(folder))) {
        throw new UserException("--classes " + folder + ": no such folder");
      }
    }
    return classes.stream().map(Path::of).toList();
  }

  private List<Path> classpath() {
    return Arrays.stream(classpath.split(Pattern.quote(File.pathSeparator)))
        .filter(entry -> !entry.isEmpty())
        .map(Path::of)
        .toList();
  }

  /**
   * The options as words of a command line.
   *
   * @param allowed the effects that it may have
   */
  List<String> words(List<String> allowed) {
    List<String> words = new ArrayList<>();
    classes.forEach(folder -> words.addAll(List.of("--classes", folder)));
    if (!classpath.isEmpty()) {
      words.addAll(List.of("--classpath", classpath));
    }
    allowed.forEach(effect -> words.addAll(List.of("--allow", effect)));
    return words;
  }
}

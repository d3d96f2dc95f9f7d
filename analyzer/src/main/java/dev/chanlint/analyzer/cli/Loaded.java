package dev.chanlint.analyzer.cli;

import dev.chanlint.analyzer.cache.Key;
import dev.chanlint.analyzer.confirm.Scope;
import dev.chanlint.analyzer.project.Island;
import dev.chanlint.model.code.Program;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A program whose sources are known, and read when its code is first asked for. Used by one thread
 * at a time.
 */
final class Loaded {

  private final List<String> paths;
  private final Supplier<Program> reader;
  private final List<Path> classpath;
  private final int files;
  private final List<Island> islands;
  private final Optional<Key> key;
  private @Nullable Program program;
  private @Nullable Scope scope;

  /**
   * Makes one.
   *
   * @param paths the paths of its sources, as the user named them or could have
   * @param reader reads its code
   * @param classpath what it runs with: its classes, compiled, and its libraries
   * @param files how many source files there are
   * @param islands the parts of it that have nothing to do with one another
   * @param key the digest of what it consists of, if that is known
   */
  Loaded(
      List<String> paths,
      Supplier<Program> reader,
      List<Path> classpath,
      int files,
      List<Island> islands,
      Optional<Key> key) {
    this.paths = List.copyOf(paths);
    this.reader = reader;
    this.classpath = List.copyOf(classpath);
    this.files = files;
    this.islands = List.copyOf(islands);
    this.key = key;
  }

  /** The same with other code, of which nothing is known. */
  Loaded with(Program other) {
    return new Loaded(paths, () -> other, classpath, files, islands, Optional.empty());
  }

  List<String> paths() {
    return paths;
  }

  /** Its code. */
  Program program() {
    Program known = program;
    if (known == null) {
      known = reader.get();
      program = known;
    }
    return known;
  }

  /** Where it comes from. */
  Scope scope() {
    Scope known = scope;
    if (known == null) {
      known = Scope.of(paths, program());
      scope = known;
    }
    return known;
  }

  List<Path> classpath() {
    return classpath;
  }

  int files() {
    return files;
  }

  List<Island> islands() {
    return islands;
  }

  Optional<Key> key() {
    return key;
  }
}

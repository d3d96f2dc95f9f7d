package dev.chanlint.analyzer.cli;

import dev.chanlint.analyzer.cache.Key;
import dev.chanlint.analyzer.confirm.Scope;
import dev.chanlint.analyzer.project.Island;
import dev.chanlint.model.code.Program;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A program whose sources are known, read when its code is first asked for, and compiled when it is
 * first to be run. Used by one thread at a time.
 */
final class Loaded {

  private final List<String> paths;
  private final Supplier<Program> reader;
  private final Supplier<Built> builder;
  private final int files;
  private final List<Island> islands;
  private final Optional<Key> key;
  private final boolean whole;
  private @Nullable Program program;
  private @Nullable Scope scope;
  private @Nullable Built built;

  private Loaded(
      List<String> paths,
      Supplier<Program> reader,
      Supplier<Built> builder,
      int files,
      List<Island> islands,
      Optional<Key> key,
      boolean whole) {
    this.paths = List.copyOf(paths);
    this.reader = reader;
    this.builder = builder;
    this.files = files;
    this.islands = List.copyOf(islands);
    this.key = key;
    this.whole = whole;
  }

  /**
   * All of a program.
   *
   * @param paths the paths of its sources, as the user named them or could have
   * @param reader reads its code
   * @param built it, ready to run
   * @param files how many source files there are
   * @param islands the parts of it that have nothing to do with one another
   * @param key the digest of what it consists of, if that is known
   */
  static Loaded whole(
      List<String> paths,
      Supplier<Program> reader,
      Built built,
      int files,
      List<Island> islands,
      Optional<Key> key) {
    return new Loaded(paths, reader, () -> built, files, islands, key, true);
  }

  /**
   * What is around a file of a program.
   *
   * @param paths the paths of the program's sources, as the user named them or could have
   * @param reader reads its code
   * @param builder compiles it
   * @param files how many source files there are
   * @param islands the parts of it that have nothing to do with one another
   */
  static Loaded part(
      List<String> paths,
      Supplier<Program> reader,
      Supplier<Built> builder,
      int files,
      List<Island> islands) {
    return new Loaded(paths, reader, builder, files, islands, Optional.empty(), false);
  }

  /** The same with other code, of which nothing is known. */
  Loaded with(Program other) {
    return new Loaded(paths, () -> other, builder, files, islands, Optional.empty(), whole);
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

  /** It, ready to run. */
  Built built() {
    Built known = built;
    if (known == null) {
      known = builder.get();
      built = known;
    }
    return known;
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

  /** Whether it is all of the program that was named, and not what is around a file. */
  boolean isWhole() {
    return whole;
  }
}

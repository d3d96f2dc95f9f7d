package dev.chanlint.conformance.kernels;

import dev.chanlint.explorer.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A bug and its repair: two programs in one package.
 *
 * @param name the package; of a published bug, the project and the number there
 * @param folder where the two sources are
 */
record Kernel(String name, Path folder) {

  private static final Path TESTDATA = Path.of("..", "..", "testdata");

  private static final Path PUBLISHED = TESTDATA.resolve("kernels");
  private static final Path OWN = TESTDATA.resolve("kernels-own");

  private static final String FAULT = "// fault: ";

  /** Every kernel, by name. */
  static List<Kernel> all() {
    return Stream.concat(published().stream(), own().stream())
        .sorted(Comparator.comparing(Kernel::name))
        .toList();
  }

  /** Those after published bugs. */
  static List<Kernel> published() {
    return in(PUBLISHED);
  }

  /** Those of our own, by name. */
  static List<Kernel> own() {
    return in(OWN);
  }

  private static List<Kernel> in(Path parent) {
    try (Stream<Path> entries = Files.list(parent)) {
      return entries
          .filter(Files::isDirectory)
          .map(folder -> new Kernel(folder.getFileName().toString(), folder))
          .sorted(Comparator.comparing(Kernel::name))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The tables of all kernels. */
  static List<String> table() {
    return Stream.of(PUBLISHED, OWN)
        .flatMap(folder -> lines(folder.resolve("README.md")).stream())
        .toList();
  }

  Path buggy() {
    return folder.resolve("Buggy.java");
  }

  Path fixed() {
    return folder.resolve("Fixed.java");
  }

  /** The faults that its first line says the bug shows. */
  Set<Fault> faults() {
    String first = lines(buggy()).getFirst();
    if (!first.startsWith(FAULT)) {
      throw new IllegalArgumentException(buggy() + ":1: expected " + FAULT + "…");
    }
    Set<Fault> faults = EnumSet.noneOf(Fault.class);
    Arrays.stream(first.substring(FAULT.length()).split(", "))
        .map(fault -> Fault.valueOf(fault.toUpperCase(Locale.ROOT)))
        .forEach(faults::add);
    return faults;
  }

  static List<String> lines(Path source) {
    try {
      return Files.readAllLines(source);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}

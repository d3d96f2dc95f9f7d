package dev.chanlint.explorer.sandbox;

import dev.chanlint.explorer.sandbox.programs.Expect;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The programs that say themselves what their exploration must find. */
final class Programs {

  /** Where they are compiled to. */
  static final Path CLASSES =
      Path.of(Programs.class.getProtectionDomain().getCodeSource().getLocation().getPath());

  private static final Sandbox SANDBOX = new Sandbox(List.of(CLASSES));

  private Programs() {}

  /** All of them, by class and name. */
  static List<Method> all() throws IOException {
    Path folder = CLASSES.resolve(Expect.class.getPackageName().replace('.', '/'));
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(f -> f.getFileName().toString())
          .filter(name -> name.endsWith("Programs.class"))
          .map(name -> name.substring(0, name.length() - ".class".length()))
          .sorted()
          .map(name -> load(Expect.class.getPackageName() + "." + name))
          .flatMap(Programs::of)
          .toList();
    }
  }

  /** Those of a class. */
  static Stream<Method> of(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(Expect.class))
        .sorted(Comparator.comparing(Method::getName));
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, Programs.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A sandbox for them. */
  static Sandbox sandbox() {
    return SANDBOX.copy();
  }

  /** {@code Class.method}. */
  static String name(Method program) {
    return program.getDeclaringClass().getSimpleName() + "." + program.getName();
  }

  /** An output as {@link Expect} writes it. */
  static String oneLine(String output) {
    return output.replace('\n', '|');
  }
}

package dev.chanlint.verification.explored;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/**
 * The runtime under another name. The explorer replaces the runtime's engine by its model, by name;
 * so named, it is code like any other.
 */
final class Relocated {

  private static final String RUNTIME = "dev/chanlint/runtime/";
  private static final String ELSEWHERE = "dev/chanlint/production/";

  private static final Remapper NAMES =
      new Remapper() {
        @Override
        public String map(String name) {
          return name.startsWith(RUNTIME) ? ELSEWHERE + name.substring(RUNTIME.length()) : name;
        }
      };

  private Relocated() {}

  /**
   * Writes the class files of code that uses the runtime.
   *
   * @param classes one class of each folder or jar that is to be relocated
   * @param into where to write them
   */
  static void write(List<Class<?>> classes, Path into) throws IOException {
    for (Class<?> one : classes) {
      Path home = home(one);
      if (Files.isDirectory(home)) {
        writeAll(home, into);
      } else {
        try (FileSystem jar = FileSystems.newFileSystem(home, Map.of())) {
          writeAll(jar.getPath("/"), into);
        }
      }
    }
  }

  /** The folder or jar that a class was loaded from. */
  static Path home(Class<?> one) {
    try {
      return Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("a class was loaded from what is no file: " + one, e);
    }
  }

  private static void writeAll(Path from, Path into) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      files
          .filter(file -> file.toString().endsWith(".class") && !file.endsWith("module-info.class"))
          .forEach(file -> write(file, into));
    }
  }

  private static void write(Path file, Path into) {
    try {
      ClassReader original = new ClassReader(Files.readAllBytes(file));
      ClassWriter renamed = new ClassWriter(0);
      original.accept(new ClassRemapper(renamed, NAMES), 0);
      Path target = into.resolve(NAMES.map(original.getClassName()) + ".class");
      Files.createDirectories(target.getParent());
      Files.write(target, renamed.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

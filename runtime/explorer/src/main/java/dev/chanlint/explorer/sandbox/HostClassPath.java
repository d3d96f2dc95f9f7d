package dev.chanlint.explorer.sandbox;

import java.io.File;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Where the classes of this JVM come from, so that another can load them. */
public final class HostClassPath {

  /** Surefire tells the tests' class path there where it is not the JVM's own. */
  private static final List<String> PROPERTIES =
      List.of("surefire.test.class.path", "java.class.path", "jdk.module.path");

  private HostClassPath() {}

  /**
   * The folders and jars of this JVM's class path and module path, and before them where a class
   * was loaded from, should that be neither: a test's classes are patched into a module, for one. A
   * jar may name others in its manifest, as test runners do on systems with short command lines.
   *
   * @param code a class of the code under test
   */
  public static List<Path> of(Class<?> code) {
    Set<Path> entries = new LinkedHashSet<>();
    root(code).ifPresent(entries::add);
    PROPERTIES.stream()
        .flatMap(property -> entries(System.getProperty(property, "")))
        .forEach(entries::add);
    return List.copyOf(entries);
  }

  private static Stream<Path> entries(String path) {
    return Arrays.stream(path.split(File.pathSeparator))
        .filter(entry -> !entry.isEmpty())
        .map(entry -> Path.of(entry).toAbsolutePath());
  }

  /** The folder or jar that has a class's file. */
  private static Optional<Path> root(Class<?> code) {
    String file = code.getName().replace('.', '/') + ".class";
    URL url = code.getResource("/" + file);
    if (url == null || !url.toString().endsWith(file)) {
      return Optional.empty();
    }
    String address = url.toString();
    String root = address.substring(0, address.length() - file.length());
    if (root.startsWith("jar:") && root.endsWith("!/")) {
      root = root.substring("jar:".length(), root.length() - "!/".length());
    }
    try {
      return root.startsWith("file:") ? Optional.of(Path.of(new URI(root))) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}

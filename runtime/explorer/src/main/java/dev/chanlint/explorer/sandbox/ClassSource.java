package dev.chanlint.explorer.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Where class files are read from: the class path of the code under test, and behind it the
 * explorer's own for the runtime and its twins. It reads bytes and never defines a class. What was
 * looked for on the class path is noted: as long as it is the same, so is the code under test.
 */
final class ClassSource implements AutoCloseable {

  private final URLClassLoader path;
  private final ClassLoader explorer;
  private final Set<String> lookups = ConcurrentHashMap.newKeySet();

  ClassSource(List<Path> classPath, ClassLoader explorer) {
    this.path =
        new URLClassLoader(classPath.stream().map(ClassSource::url).toArray(URL[]::new), null);
    this.explorer = explorer;
  }

  private static URL url(Path entry) {
    try {
      return entry.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException("not a class path entry: " + entry, e);
    }
  }

  /** The class file of a class under test; null if the class path has none. */
  byte @Nullable [] underTest(String internalName) {
    return read(resource(internalName + ".class"));
  }

  /**
   * The class file of one of the explorer's or the runtime's own classes; null if there is none.
   */
  byte @Nullable [] own(String internalName) {
    return read(explorer.getResource(internalName + ".class"));
  }

  @Nullable URL resource(String name) {
    lookups.add(name);
    return path.findResource(name);
  }

  Enumeration<URL> resources(String name) {
    lookups.add(name);
    try {
      return path.findResources(name);
    } catch (IOException e) {
      return Collections.emptyEnumeration();
    }
  }

  /** The names of the class files and resources that were looked for on the class path. */
  Set<String> lookups() {
    return Set.copyOf(lookups);
  }

  private static byte @Nullable [] read(@Nullable URL url) {
    if (url == null) {
      return null;
    }
    try (InputStream in = url.openStream()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + url, e);
    }
  }

  @Override
  public void close() throws IOException {
    path.close();
  }
}

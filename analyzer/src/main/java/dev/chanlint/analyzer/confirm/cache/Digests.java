package dev.chanlint.analyzer.confirm.cache;

import dev.chanlint.analyzer.cache.Key;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What stands on a class path under each name, as digests: that of the first entry which has it, as
 * a class loader takes it. Each name is read once. Safe for use by several threads.
 */
public final class Digests {

  /** What is said of a name that no entry has. */
  static final String ABSENT = "";

  private final URLClassLoader path;
  private final Map<String, String> known = new ConcurrentHashMap<>();

  /**
   * Prepares them.
   *
   * @param classPath folders and jars
   */
  public Digests(List<Path> classPath) {
    this.path = new URLClassLoader(classPath.stream().map(Digests::url).toArray(URL[]::new), null);
  }

  private static URL url(Path entry) {
    try {
      return entry.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException("not a class path entry: " + entry, e);
    }
  }

  /**
   * The digests of what stands under names.
   *
   * @param names the names of class files and resources
   * @return them by name; empty texts for those under which nothing stands
   */
  public SortedMap<String, String> of(Collection<String> names) {
    SortedMap<String, String> digests = new TreeMap<>();
    names.forEach(name -> digests.put(name, of(name)));
    return digests;
  }

  /** The digest of what stands under a name; {@link #ABSENT} if nothing does. */
  String of(String name) {
    return known.computeIfAbsent(name, this::read);
  }

  private String read(String name) {
    URL url = path.findResource(name);
    if (url == null) {
      return ABSENT;
    }
    try (InputStream in = url.openStream()) {
      return HexFormat.of().formatHex(Key.digest(in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + url, e);
    }
  }
}

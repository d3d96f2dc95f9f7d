package dev.chanlint.explorer.sandbox;

import java.io.IOException;
import java.lang.constant.MethodTypeDesc;
import java.net.URL;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Loads code under test with a second copy of the runtime, so that they run under control. Classes
 * are looked for on the class path of the code under test first; the JDK and the explorer are
 * shared with the caller. Assertions are enabled.
 */
public final class Sandbox extends ClassLoader implements AutoCloseable {

  static {
    registerAsParallelCapable();
  }

  private final InstrumentedCode code;
  private final Map<String, Boolean> underTest = new ConcurrentHashMap<>();

  /**
   * Makes one.
   *
   * @param classPath the class path of the code under test: folders and jars
   */
  public Sandbox(List<Path> classPath) {
    this(classPath, Allowed.NOTHING);
  }

  /**
   * Makes one whose code may do more.
   *
   * @param classPath the class path of the code under test: folders and jars
   * @param allowed the effects that it may have
   */
  public Sandbox(List<Path> classPath, Allowed allowed) {
    this(new InstrumentedCode(new ClassSource(classPath, Sandbox.class.getClassLoader()), allowed));
  }

  private Sandbox(InstrumentedCode code) {
    super("sandbox", Sandbox.class.getClassLoader());
    this.code = code;
    setDefaultAssertionStatus(true);
  }

  /**
   * Another that loads the same code once more, with statics of its own, as long as this one is
   * open.
   */
  public Sandbox copy() {
    return new Sandbox(code);
  }

  /** Whether a class, by its binary name, is one of the code under test rather than the runtime. */
  public boolean isUnderTest(String className) {
    return underTest.computeIfAbsent(className, Sandbox::belongsToCode);
  }

  /**
   * Why a member may not be reached by reflection; null if it may.
   *
   * @param owner the internal name of its class
   */
  @Nullable String refusal(String owner, String name, MethodTypeDesc type, boolean isStatic) {
    return code.refusal(owner, name, type, isStatic);
  }

  /**
   * The names of the class files and resources that were looked for on the class path of the code
   * under test, there or not.
   */
  public Set<String> lookups() {
    return code.source().lookups();
  }

  private static boolean belongsToCode(String className) {
    String name = className.replace('.', '/');
    return !Seam.isOutside(name)
        && !Seam.isRuntime(name)
        && !Seam.isModel(name)
        && !Replacements.isCopy(name)
        && !name.startsWith("org/junit/");
  }

  @Override
  protected Class<?> loadClass(String className, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(className)) {
      Class<?> loaded = findLoadedClass(className);
      if (loaded != null) {
        return loaded;
      }
      String name = className.replace('.', '/');
      if (!Seam.isOutside(name)) {
        byte[] bytes = code.bytes(name);
        if (bytes != null) {
          return defineClass(className, bytes, 0, bytes.length);
        }
      }
      return super.loadClass(className, resolve);
    }
  }

  @Override
  public @Nullable URL getResource(String name) {
    URL own = code.source().resource(name);
    return own != null ? own : super.getResource(name);
  }

  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    Enumeration<URL> own = code.source().resources(name);
    return own.hasMoreElements() ? own : super.getResources(name);
  }

  @Override
  protected Enumeration<URL> findResources(String name) {
    return Collections.emptyEnumeration();
  }

  @Override
  public void close() throws IOException {
    code.close();
  }
}

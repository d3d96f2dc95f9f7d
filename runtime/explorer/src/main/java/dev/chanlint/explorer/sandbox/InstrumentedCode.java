package dev.chanlint.explorer.sandbox;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.constant.MethodTypeDesc;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The code under test and what it runs with, as sandboxes define it: each class file is
 * instrumented once, however many sandboxes load it. Safe for threads.
 */
final class InstrumentedCode implements AutoCloseable {

  private final ClassSource source;
  private final Redirections redirections;
  private final Hierarchy hierarchy;
  private final ClassFile classFile;
  private final Map<String, Optional<byte[]>> classes = new HashMap<>();

  /**
   * Makes it, and instruments nothing yet.
   *
   * @param allowed the effects that the code may have
   */
  InstrumentedCode(ClassSource source, Allowed allowed) {
    this.source = source;
    this.hierarchy = new Hierarchy(source);
    this.redirections = new Redirections(hierarchy, allowed);
    this.classFile = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(hierarchy));
  }

  /** Where it is read from. */
  ClassSource source() {
    return source;
  }

  /** The class file as it is defined, by its internal name; null if the class is none of these. */
  synchronized byte @Nullable [] bytes(String name) {
    Optional<byte[]> known = classes.get(name);
    if (known == null) {
      known = Optional.ofNullable(make(name));
      classes.put(name, known);
    }
    return known.orElse(null);
  }

  private byte @Nullable [] make(String name) {
    byte[] original = Seam.read(source, name);
    return original == null || Seam.isModel(name) ? original : instrument(original);
  }

  private byte[] instrument(byte[] original) {
    ClassModel model = classFile.parse(original);
    return classFile.transformClass(model, new InstrumentedClass(model, hierarchy, redirections));
  }

  /** See {@link Sandbox#refusal}. */
  synchronized @Nullable String refusal(
      String owner, String name, MethodTypeDesc type, boolean isStatic) {
    return redirections.refusal(owner, name, type, isStatic);
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}

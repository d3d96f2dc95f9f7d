import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Enumeration;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Makes jars such that Java's AOT cache takes all of their classes. It leaves out those of a signed
 * jar, as the compiler that the front end is built on comes, and those of before Java 6, which say
 * nothing of their stack frames, as what parses the command line: signatures are taken out, and
 * frames are put in.
 *
 * <p>{@code java Cacheable.java JAR…}
 */
final class Cacheable {

  private static final Pattern SIGNATURE = Pattern.compile("META-INF/[^/]+\\.(SF|RSA|DSA|EC)");

  /** Enough of a class file to know its version. */
  private static final int HEADER = 8;

  private static final ClassTransform WITH_FRAMES =
      ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL)
          .andThen(
              (builder, element) -> {
                if (element instanceof ClassFileVersion) {
                  builder.withVersion(ClassFile.JAVA_8_VERSION, 0);
                } else {
                  builder.with(element);
                }
              });

  private Cacheable() {}

  public static void main(String[] jars) throws IOException {
    for (String jar : jars) {
      try (JarFile file = new JarFile(jar, false)) {
        if (needsChange(file)) {
          Path copy = Path.of(jar + ".cacheable");
          copy(file, copy);
          Files.move(copy, Path.of(jar), StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  private static boolean needsChange(JarFile jar) throws IOException {
    for (Enumeration<? extends ZipEntry> all = jar.entries(); all.hasMoreElements(); ) {
      ZipEntry entry = all.nextElement();
      if (isSignature(entry.getName()) || isClass(entry) && isOld(header(jar, entry))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSignature(String name) {
    return SIGNATURE.matcher(name).matches();
  }

  private static boolean isClass(ZipEntry entry) {
    return entry.getName().endsWith(".class");
  }

  private static byte[] header(JarFile jar, ZipEntry entry) throws IOException {
    try (InputStream in = jar.getInputStream(entry)) {
      return in.readNBytes(HEADER);
    }
  }

  /** Whether a class file is of before Java 6. */
  private static boolean isOld(byte[] content) {
    return content.length >= HEADER && content[7] < ClassFile.JAVA_6_VERSION;
  }

  private static void copy(JarFile from, Path to) throws IOException {
    ClassFile classes = classes(from);
    try (OutputStream out = Files.newOutputStream(to);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Enumeration<? extends ZipEntry> all = from.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        if (!isSignature(entry.getName())) {
          ZipEntry copied = new ZipEntry(entry.getName());
          copied.setTime(entry.getTime());
          zip.putNextEntry(copied);
          try (InputStream in = from.getInputStream(entry)) {
            zip.write(isClass(entry) ? withFrames(classes, in.readAllBytes()) : in.readAllBytes());
          }
          zip.closeEntry();
        }
      }
    }
  }

  /** What knows how the classes of a jar and of the JDK extend one another. */
  private static ClassFile classes(JarFile jar) {
    ClassHierarchyResolver own =
        ClassHierarchyResolver.ofResourceParsing(type -> stream(jar, type.descriptorString()));
    return ClassFile.of(
        ClassFile.ClassHierarchyResolverOption.of(
            own.orElse(ClassHierarchyResolver.defaultResolver())));
  }

  private static InputStream stream(JarFile jar, String descriptor) {
    ZipEntry entry = jar.getEntry(descriptor.substring(1, descriptor.length() - 1) + ".class");
    try {
      return entry == null ? null : jar.getInputStream(entry);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static byte[] withFrames(ClassFile classes, byte[] content) {
    if (!isOld(content)) {
      return content;
    }
    ClassModel model = classes.parse(content);
    return classes.transformClass(model, WITH_FRAMES);
  }
}

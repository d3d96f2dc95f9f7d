import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Enumeration;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Takes the signatures out of jars: Java's AOT cache leaves out the classes of a signed one, and
 * the compiler that the front end is built on comes signed.
 *
 * <p>{@code java Unsign.java JAR…}
 */
final class Unsign {

  private static final Pattern SIGNATURE = Pattern.compile("META-INF/[^/]+\\.(SF|RSA|DSA|EC)");

  private Unsign() {}

  public static void main(String[] jars) throws IOException {
    for (String jar : jars) {
      try (JarFile file = new JarFile(jar, false)) {
        if (file.stream().anyMatch(entry -> isSignature(entry.getName()))) {
          Path copy = Path.of(jar + ".unsigned");
          copy(file, copy);
          Files.move(copy, Path.of(jar), StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  private static boolean isSignature(String name) {
    return SIGNATURE.matcher(name).matches();
  }

  private static void copy(JarFile from, Path to) throws IOException {
    try (OutputStream out = Files.newOutputStream(to);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Enumeration<? extends ZipEntry> all = from.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        if (!isSignature(entry.getName())) {
          ZipEntry copied = new ZipEntry(entry.getName());
          copied.setTime(entry.getTime());
          zip.putNextEntry(copied);
          try (InputStream in = from.getInputStream(entry)) {
            in.transferTo(zip);
          }
          zip.closeEntry();
        }
      }
    }
  }
}

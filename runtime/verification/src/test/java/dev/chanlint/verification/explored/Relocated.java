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
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
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
    write(classes, into, UnaryOperator.identity());
  }

  /**
   * The same for a machine with one processor, on which it is vain to look again and again for what
   * another thread may be about to do: so there are few enough schedules to run them all.
   *
   * @param classes one class of each folder or jar that is to be relocated
   * @param into where to write them
   */
  static void writeForOneProcessor(List<Class<?>> classes, Path into) throws IOException {
    write(classes, into, OneProcessor::new);
  }

  private static void write(List<Class<?>> classes, Path into, UnaryOperator<ClassVisitor> change)
      throws IOException {
    for (Class<?> one : classes) {
      Path home = home(one);
      if (Files.isDirectory(home)) {
        writeAll(home, into, change);
      } else {
        try (FileSystem jar = FileSystems.newFileSystem(home, Map.of())) {
          writeAll(jar.getPath("/"), into, change);
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

  private static void writeAll(Path from, Path into, UnaryOperator<ClassVisitor> change)
      throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      files
          .filter(file -> file.toString().endsWith(".class") && !file.endsWith("module-info.class"))
          .forEach(file -> write(file, into, change));
    }
  }

  private static void write(Path file, Path into, UnaryOperator<ClassVisitor> change) {
    try {
      ClassReader original = new ClassReader(Files.readAllBytes(file));
      ClassWriter renamed = new ClassWriter(0);
      original.accept(new ClassRemapper(change.apply(renamed), NAMES), 0);
      Path target = into.resolve(NAMES.map(original.getClassName()) + ".class");
      Files.createDirectories(target.getParent());
      Files.write(target, renamed.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Answers one to each question for the number of processors. */
  private static final class OneProcessor extends ClassVisitor {

    OneProcessor(ClassVisitor into) {
      super(Opcodes.ASM9, into);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String type, String signature, String[] thrown) {
      return new MethodVisitor(api, super.visitMethod(access, name, type, signature, thrown)) {
        @Override
        public void visitMethodInsn(
            int opcode, String owner, String called, String calledType, boolean isInterface) {
          if (owner.equals("java/lang/Runtime") && called.equals("availableProcessors")) {
            visitInsn(Opcodes.POP);
            visitInsn(Opcodes.ICONST_1);
          } else {
            super.visitMethodInsn(opcode, owner, called, calledType, isInterface);
          }
        }
      };
    }
  }
}

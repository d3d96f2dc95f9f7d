package dev.chanlint.analyzer.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.lang.classfile.instruction.MonitorInstruction;
import java.lang.reflect.AccessFlag;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells from the constant pools of its classes what a source file names. */
final class ConstantPools {

  private static final List<String> CONCURRENT_PACKAGES =
      List.of("dev/chanlint/runtime/", "java/util/concurrent/");

  private static final Set<String> CONCURRENT_TYPES =
      Set.of(
          "java/lang/Thread",
          "java/lang/Thread$Builder",
          "java/lang/Runtime",
          "java/lang/InterruptedException",
          "java/lang/invoke/VarHandle",
          "java/util/Timer");

  private static final Set<String> CONCURRENT_METHODS =
      Set.of("wait", "notify", "notifyAll", "parallel", "parallelStream");

  private final Map<String, Integer> byType = new HashMap<>();
  private final Map<Integer, Mentions> found = new HashMap<>();
  private final Map<Integer, FileTime> oldest = new HashMap<>();
  private final List<String> foreign = new ArrayList<>();

  /**
   * Reads class files.
   *
   * @param files the sources
   * @param classes the folders of their classes
   * @throws ProjectException if a folder cannot be read
   */
  ConstantPools(List<Outline> files, List<Path> classes) throws ProjectException {
    for (int file = 0; file < files.size(); file++) {
      for (String type : files.get(file).types()) {
        byType.put(type.replace('.', '/'), file);
      }
    }
    for (Path folder : classes) {
      try {
        Files.walkFileTree(folder, new Reader(folder));
      } catch (IOException e) {
        throw new ProjectException(folder + ": cannot be read: " + e);
      }
    }
  }

  /**
   * What a file names.
   *
   * @return empty if it has no classes, or they are older than it
   */
  Optional<Mentions> of(int file, SourceFile source) {
    FileTime compiled = oldest.get(file);
    try {
      return compiled == null || compiled.compareTo(Files.getLastModifiedTime(source.path())) < 0
          ? Optional.empty()
          : Optional.ofNullable(found.get(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The state of the classes that none of the files declares, as of generated ones. */
  List<String> foreign() {
    return foreign;
  }

  private final class Reader extends SimpleFileVisitor<Path> {

    private final Path folder;

    Reader(Path folder) {
      this.folder = folder;
    }

    @Override
    public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) throws IOException {
      String name = folder.relativize(path).toString().replace('\\', '/');
      Integer file = name.endsWith(".class") ? fileOf(name.substring(0, name.length() - 6)) : null;
      if (file != null) {
        FileTime time = attributes.lastModifiedTime();
        oldest.merge(file, time, (one, other) -> one.compareTo(other) < 0 ? one : other);
        found.merge(file, read(Files.readAllBytes(path)), Mentions::and);
      } else {
        foreign.add(path + " " + attributes.size() + " " + attributes.lastModifiedTime());
      }
      return FileVisitResult.CONTINUE;
    }
  }

  /** The file that declares a class, or the class around it. */
  private @Nullable Integer fileOf(String internalName) {
    Integer file = byType.get(internalName);
    for (int end = internalName.lastIndexOf('$');
        file == null && end > 0;
        end = internalName.lastIndexOf('$', end - 1)) {
      file = byType.get(internalName.substring(0, end));
    }
    return file;
  }

  private Mentions read(byte[] bytes) {
    try {
      return new Names().of(ClassFile.of().parse(bytes));
    } catch (IllegalArgumentException _) {
      // A damaged class hides what it names: its file is taken to matter, and is parsed.
      return new Mentions(new BitSet(), true);
    }
  }

  /** Gathers what a class names. */
  private final class Names {

    private final BitSet files = new BitSet();
    private boolean isConcurrent;

    Mentions of(ClassModel model) {
      for (PoolEntry entry : model.constantPool()) {
        switch (entry) {
          case Utf8Entry utf8 -> descriptor(utf8.stringValue());
          case ClassEntry type -> type(type.asInternalName());
          case MemberRefEntry member ->
              isConcurrent |= CONCURRENT_METHODS.contains(member.name().stringValue());
          default -> {}
        }
      }
      return new Mentions(files, isConcurrent || locks(model));
    }

    private void type(String internalName) {
      isConcurrent |=
          CONCURRENT_TYPES.contains(internalName)
              || CONCURRENT_PACKAGES.stream().anyMatch(internalName::startsWith);
      Integer file = fileOf(internalName);
      if (file != null) {
        files.set(file);
      }
    }

    /** The types in a descriptor or signature; other texts have none. */
    private void descriptor(String text) {
      if (text.indexOf(';') < 0) {
        return;
      }
      for (int begin = text.indexOf('L'); begin >= 0; begin = text.indexOf('L', begin + 1)) {
        int end = begin + 1;
        while (end < text.length() && ";<.".indexOf(text.charAt(end)) < 0) {
          end++;
        }
        type(text.substring(begin + 1, end));
      }
    }
  }

  /** Whether a class has a monitor or a volatile field, which its constant pool does not tell. */
  private static boolean locks(ClassModel model) {
    return model.fields().stream().anyMatch(field -> field.flags().has(AccessFlag.VOLATILE))
        || model.methods().stream().anyMatch(ConstantPools::locks);
  }

  private static boolean locks(MethodModel method) {
    return method.flags().has(AccessFlag.SYNCHRONIZED)
        || method.findAttribute(Attributes.code()).filter(ConstantPools::locks).isPresent();
  }

  /** Only where a byte looks like the instruction are the instructions told apart. */
  private static boolean locks(CodeAttribute code) {
    for (byte each : code.codeArray()) {
      if ((each & 0xFF) == Opcode.MONITORENTER.bytecode()) {
        return code.elementStream().anyMatch(MonitorInstruction.class::isInstance);
      }
    }
    return false;
  }
}

package dev.chanlint.analyzer.front;

import dev.chanlint.model.code.FieldRef;
import dev.chanlint.model.code.MethodRef;
import dev.chanlint.model.code.Position;
import dev.chanlint.model.code.TypeDeclaration;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodSignature;
import java.lang.classfile.Signature;
import java.lang.constant.ClassDesc;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Reads library types from class files, of the JDK that runs this and of a class path, as data: no
 * class is loaded.
 */
final class ClassFileTypes implements AutoCloseable {

  private static final Position NOWHERE = new Position("", 1, 1, 1, 1);

  /** More than any compiler writes; an archive can be made to unpack to any size. */
  private static final int LARGEST_CLASS_FILE = 16 << 20;

  private final List<Path> folders = new ArrayList<>();
  private final List<JarFile> jars = new ArrayList<>();

  /**
   * Opens a class path.
   *
   * @param classPath folders and jars; what is neither is left out
   */
  ClassFileTypes(List<Path> classPath) {
    for (Path entry : classPath) {
      if (Files.isDirectory(entry)) {
        folders.add(entry);
      } else if (Files.isRegularFile(entry)) {
        open(entry);
      }
    }
  }

  private void open(Path jar) {
    try {
      jars.add(new JarFile(jar.toFile(), false, ZipFile.OPEN_READ, Runtime.version()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + jar + ": " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    for (JarFile jar : jars) {
      try {
        jar.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /**
   * Reads a type.
   *
   * @param name its binary name
   * @return the type, or empty if there is none or its class file is damaged
   */
  Optional<TypeTable.Type> read(String name) {
    String resource = name.replace('.', '/') + ".class";
    try {
      Optional<byte[]> bytes = bytes(resource);
      return bytes.isEmpty() ? Optional.empty() : Optional.of(parse(bytes.get()));
    } catch (IOException | IllegalArgumentException _) {
      // What cannot be read is as good as absent: the calls into it are reported as unresolved.
      return Optional.empty();
    }
  }

  private Optional<byte[]> bytes(String resource) throws IOException {
    try (InputStream in = ClassLoader.getPlatformClassLoader().getResourceAsStream(resource)) {
      if (in != null) {
        return Optional.of(in.readAllBytes());
      }
    }
    for (Path folder : folders) {
      Path file = folder.resolve(resource);
      if (Files.isRegularFile(file)) {
        return Optional.of(read(Files.newInputStream(file)));
      }
    }
    for (JarFile jar : jars) {
      ZipEntry entry = jar.getJarEntry(resource);
      if (entry != null) {
        return Optional.of(read(jar.getInputStream(entry)));
      }
    }
    return Optional.empty();
  }

  private static byte[] read(InputStream classFile) throws IOException {
    try (classFile) {
      byte[] bytes = classFile.readNBytes(LARGEST_CLASS_FILE + 1);
      if (bytes.length > LARGEST_CLASS_FILE) {
        throw new IOException("larger than a class file is");
      }
      return bytes;
    }
  }

  private static TypeTable.Type parse(byte[] bytes) {
    ClassModel model = ClassFile.of().parse(bytes);
    String name = binaryName(model.thisClass().asSymbol());
    TypeDeclaration declaration =
        new TypeDeclaration(
            name,
            model.superclass().map(parent -> binaryName(parent.asSymbol())),
            model.interfaces().stream().map(parent -> binaryName(parent.asSymbol())).toList(),
            model.flags().has(AccessFlag.INTERFACE),
            model.flags().has(AccessFlag.ABSTRACT),
            false,
            model.fields().stream().map(field -> field(name, field)).toList());
    List<TypeTable.Method> methods =
        model.methods().stream()
            .filter(method -> !method.flags().has(AccessFlag.BRIDGE))
            .map(method -> method(name, method))
            .toList();
    return new TypeTable.Type(declaration, methods, constants(model), Optional.empty());
  }

  private static TypeDeclaration.Field field(String owner, FieldModel field) {
    return new TypeDeclaration.Field(
        new FieldRef(
            owner,
            field.fieldName().stringValue(),
            binaryName(field.fieldTypeSymbol()),
            field.flags().has(AccessFlag.STATIC)),
        field.flags().has(AccessFlag.FINAL),
        field.flags().has(AccessFlag.VOLATILE),
        Optional.empty(),
        NOWHERE);
  }

  private static Map<String, Object> constants(ClassModel model) {
    Map<String, Object> constants = new HashMap<>();
    for (FieldModel field : model.fields()) {
      field
          .findAttribute(Attributes.constantValue())
          .ifPresent(
              value ->
                  constants.put(
                      field.fieldName().stringValue(),
                      ofType(value.constant().constantValue(), field.fieldTypeSymbol())));
    }
    return constants;
  }

  /** Class files keep the small types as integers. */
  private static Object ofType(Object value, ClassDesc type) {
    return switch (type.descriptorString()) {
      case "Z" -> !value.equals(0);
      case "C" -> (char) (int) (Integer) value;
      default -> value;
    };
  }

  private static TypeTable.Method method(String owner, MethodModel method) {
    MethodRef ref =
        new MethodRef(
            owner,
            method.methodName().stringValue(),
            method.methodTypeSymbol().parameterList().stream()
                .map(ClassFileTypes::binaryName)
                .toList(),
            binaryName(method.methodTypeSymbol().returnType()),
            method.flags().has(AccessFlag.STATIC));
    return new TypeTable.Method(
        ref,
        method.flags().has(AccessFlag.ABSTRACT),
        method.flags().has(AccessFlag.PRIVATE),
        generic(method, ref.parameters().size()));
  }

  private static List<Boolean> generic(MethodModel method, int parameters) {
    List<Signature> signatures =
        method
            .findAttribute(Attributes.signature())
            .map(attribute -> MethodSignature.parseFrom(attribute.signature().stringValue()))
            .map(MethodSignature::arguments)
            .orElse(List.of());
    // A constructor's signature may leave out the parameters that the compiler added.
    return IntStream.range(0, parameters)
        .mapToObj(i -> signatures.size() == parameters && mentionsVariable(signatures.get(i)))
        .toList();
  }

  private static boolean mentionsVariable(Signature signature) {
    return switch (signature) {
      case Signature.TypeVarSig _ -> true;
      case Signature.ArrayTypeSig array -> mentionsVariable(array.componentSignature());
      default -> false;
    };
  }

  private static String binaryName(ClassDesc type) {
    if (type.isArray()) {
      return binaryName(type.componentType()) + "[]";
    }
    if (type.isPrimitive()) {
      return type.displayName();
    }
    String descriptor = type.descriptorString();
    return descriptor.substring(1, descriptor.length() - 1).replace('/', '.');
  }
}

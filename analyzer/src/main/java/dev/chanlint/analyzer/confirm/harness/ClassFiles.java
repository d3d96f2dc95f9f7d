package dev.chanlint.analyzer.confirm.harness;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassSignature;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodSignature;
import java.lang.classfile.Signature;
import java.lang.classfile.Signature.ClassTypeSig;
import java.lang.classfile.Signature.TypeArg;
import java.lang.classfile.Signature.TypeVarSig;
import java.lang.classfile.attribute.InnerClassInfo;
import java.lang.classfile.attribute.SignatureAttribute;
import java.lang.constant.ClassDesc;
import java.lang.reflect.AccessFlag;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Declarations as class files have them, of a class path and of the JDK. Nothing is loaded. */
final class ClassFiles {

  private final URLClassLoader path;

  ClassFiles(List<Path> classPath) {
    this.path =
        new URLClassLoader(
            classPath.stream().map(ClassFiles::url).toArray(URL[]::new),
            ClassLoader.getPlatformClassLoader());
  }

  private static URL url(Path entry) {
    try {
      return entry.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException("not a class path entry: " + entry, e);
    }
  }

  /** The class of a name; empty if there is none. */
  Optional<ClassModel> find(ClassDesc type) {
    String descriptor = type.descriptorString();
    String file = descriptor.substring(1, descriptor.length() - 1) + ".class";
    try (InputStream in = path.getResourceAsStream(file)) {
      return in == null ? Optional.empty() : Optional.of(ClassFile.of().parse(in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /** Whether source code in the same package can name it. */
  boolean isNameable(ClassModel type) {
    String name = type.thisClass().asInternalName();
    return type.findAttribute(Attributes.innerClasses()).stream()
        .flatMap(attribute -> attribute.classes().stream())
        .filter(inner -> isOrEncloses(inner, name))
        .allMatch(inner -> inner.innerName().isPresent() && !inner.has(AccessFlag.PRIVATE));
  }

  private static boolean isOrEncloses(InnerClassInfo inner, String name) {
    String own = inner.innerClass().asInternalName();
    return name.equals(own) || name.startsWith(own + "$");
  }

  /** Whether an object of it needs one of the class around it. */
  boolean isInner(ClassModel type) {
    String name = type.thisClass().asInternalName();
    return type.findAttribute(Attributes.innerClasses()).stream()
        .flatMap(attribute -> attribute.classes().stream())
        .anyMatch(
            inner ->
                inner.innerClass().asInternalName().equals(name) && !inner.has(AccessFlag.STATIC));
  }

  /** A method's parameters, with their type arguments where these are known. */
  static List<Signature> parameters(MethodModel method) {
    List<Signature> erased =
        method.methodTypeSymbol().parameterList().stream().map(Signature::of).toList();
    return method
        .findAttribute(Attributes.signature())
        .map(SignatureAttribute::asMethodSignature)
        .map(signature -> signature.arguments())
        .filter(generic -> generic.size() == erased.size())
        .orElse(erased);
  }

  /**
   * The methods that an object of an interface must have.
   *
   * @param arguments what its type parameters stand for, as far as that is known
   */
  Stream<StubbedMethod> abstractMethods(ClassModel type, List<TypeArg> arguments) {
    Optional<ClassSignature> generic =
        type.findAttribute(Attributes.signature()).map(SignatureAttribute::asClassSignature);
    Map<String, TypeArg> bound = new HashMap<>();
    generic.ifPresent(
        signature -> {
          List<Signature.TypeParam> parameters = signature.typeParameters();
          for (int i = 0; i < Math.min(parameters.size(), arguments.size()); i++) {
            bound.put(parameters.get(i).identifier(), arguments.get(i));
          }
        });
    List<ClassTypeSig> parents =
        generic
            .map(ClassSignature::superinterfaceSignatures)
            .orElseGet(
                () ->
                    type.interfaces().stream()
                        .map(parent -> ClassTypeSig.of(parent.asSymbol()))
                        .toList());
    return Stream.concat(
        type.methods().stream()
            .filter(method -> method.flags().has(AccessFlag.ABSTRACT))
            .map(method -> new StubbedMethod(method, result(method, bound))),
        parents.stream()
            .flatMap(
                parent ->
                    find(parent.classDesc()).stream()
                        .flatMap(model -> abstractMethods(model, bound(parent, bound)))));
  }

  private static Signature result(MethodModel method, Map<String, TypeArg> bound) {
    Signature declared =
        method
            .findAttribute(Attributes.signature())
            .map(SignatureAttribute::asMethodSignature)
            .map(MethodSignature::result)
            .orElseGet(() -> Signature.of(method.methodTypeSymbol().returnType()));
    return declared instanceof TypeVarSig variable
            && bound.get(variable.identifier()) instanceof TypeArg.Bounded argument
        ? argument.boundType()
        : declared;
  }

  private static List<TypeArg> bound(ClassTypeSig parent, Map<String, TypeArg> bound) {
    return parent.typeArgs().stream()
        .map(
            argument ->
                argument instanceof TypeArg.Bounded bounded
                        && bounded.boundType() instanceof TypeVarSig variable
                    ? bound.getOrDefault(variable.identifier(), argument)
                    : argument)
        .toList();
  }
}

package dev.chanlint.explorer.sandbox;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.constant.ClassDesc;
import java.lang.reflect.AccessFlag;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What classes are to each other, read from class files for code under test and by reflection for
 * the JDK, so that asking loads no class under test. Names are internal ({@code java/lang/Object}).
 */
final class Hierarchy implements ClassHierarchyResolver {

  private static final String OBJECT = "java/lang/Object";

  /**
   * How a class stands in the hierarchy, and its members as far as instrumentation asks.
   *
   * @param resetsStatics whether each execution initialises it, or a class above it, anew
   * @param staticsMoved whether it is an interface whose fields are those of its holder
   * @param fieldFlags flags by name followed by descriptor
   * @param constants the names of the fields with a constant value
   * @param passesThis whether a constructor passes {@code this} on before it is done
   * @param lateFields the names of the fields that one assigns after that
   * @param methodFlags flags by name followed by descriptor
   */
  record Shape(
      String name,
      boolean underTest,
      boolean isInterface,
      boolean resetsStatics,
      boolean staticsMoved,
      @Nullable String superName,
      List<String> interfaces,
      Map<String, Integer> fieldFlags,
      Set<String> constants,
      boolean passesThis,
      Set<String> lateFields,
      Map<String, Integer> methodFlags) {}

  /** A field as resolved: the class that declares it, and its flags. */
  record ResolvedField(Shape owner, String name, int flags) {

    boolean isFinal() {
      return (flags & ClassFile.ACC_FINAL) != 0;
    }

    boolean isConstant() {
      return owner.constants().contains(name);
    }

    /** Whether it is assigned when others may know the object already. */
    boolean isLate() {
      return owner.lateFields().contains(name);
    }

    boolean isStatic() {
      return (flags & ClassFile.ACC_STATIC) != 0;
    }

    boolean isVolatile() {
      return (flags & ClassFile.ACC_VOLATILE) != 0;
    }
  }

  private final ClassSource source;
  private final Map<String, Optional<Shape>> shapes = new HashMap<>();

  Hierarchy(ClassSource source) {
    this.source = source;
  }

  /** The shape of a class; empty if it is found nowhere. */
  Optional<Shape> shape(String name) {
    Optional<Shape> known = shapes.get(name);
    if (known == null) {
      known = Optional.ofNullable(find(name));
      shapes.put(name, known);
    }
    return known;
  }

  /** Whether a class is an interface whose fields are those of its holder. */
  boolean staticsMoved(String name) {
    return shape(name).filter(Shape::staticsMoved).isPresent();
  }

  /** Whether the first class is the second or inherits from it. */
  boolean isSubtype(String name, String ancestor) {
    if (name.equals(ancestor)) {
      return true;
    }
    Optional<Shape> shape = shape(name);
    return shape.isPresent() && parents(shape.get()).stream().anyMatch(p -> isSubtype(p, ancestor));
  }

  /** The field that an instruction naming {@code owner} means. */
  Optional<ResolvedField> field(String owner, String name, String descriptor) {
    Optional<Shape> shape = shape(owner);
    if (shape.isEmpty()) {
      return Optional.empty();
    }
    Integer flags = shape.get().fieldFlags().get(name + descriptor);
    if (flags != null) {
      return Optional.of(new ResolvedField(shape.get(), name, flags));
    }
    return parents(shape.get()).stream()
        .flatMap(p -> field(p, name, descriptor).stream())
        .findFirst();
  }

  /** Whether a class under test, {@code owner} or above, declares a method of its own. */
  boolean declaredUnderTest(String owner, String name, String descriptor) {
    Optional<Shape> shape = shape(owner);
    if (shape.isEmpty() || !shape.get().underTest()) {
      return false;
    }
    return shape.get().methodFlags().containsKey(name + descriptor)
        || parents(shape.get()).stream().anyMatch(p -> declaredUnderTest(p, name, descriptor));
  }

  private static List<String> parents(Shape shape) {
    List<String> parents = new ArrayList<>();
    if (shape.superName() != null) {
      parents.add(shape.superName());
    }
    parents.addAll(shape.interfaces());
    return parents;
  }

  private @Nullable Shape find(String name) {
    if (name.startsWith("[")) {
      return new Shape(
          name, false, false, false, false, OBJECT, List.of(), Map.of(), Set.of(), false, Set.of(),
          Map.of());
    }
    byte[] underTest = Seam.isOutside(name) ? null : Seam.read(source, name);
    return underTest == null ? reflect(name) : read(underTest);
  }

  private Shape read(byte[] bytes) {
    ClassModel model = ClassFile.of().parse(bytes);
    Map<String, Integer> fields = new HashMap<>();
    for (FieldModel f : model.fields()) {
      fields.put(f.fieldName().stringValue() + f.fieldType().stringValue(), f.flags().flagsMask());
    }
    Set<String> constants = new HashSet<>();
    model.fields().stream()
        .filter(Statics::isConstant)
        .forEach(f -> constants.add(f.fieldName().stringValue()));
    Map<String, Integer> methods = new HashMap<>();
    for (MethodModel m : model.methods()) {
      methods.put(
          m.methodName().stringValue() + m.methodType().stringValue(), m.flags().flagsMask());
    }
    String name = model.thisClass().asInternalName();
    String parent = model.superclass().map(c -> c.asInternalName()).orElse(null);
    boolean resetsStatics =
        !Seam.isModel(name) && new Statics(model).needReset()
            || parent != null && shape(parent).filter(Shape::resetsStatics).isPresent();
    LateFields late =
        new LateFields(
            model, parent != null && shape(parent).filter(Shape::passesThis).isPresent());
    return new Shape(
        name,
        true,
        model.flags().has(AccessFlag.INTERFACE),
        resetsStatics,
        !Seam.isModel(name) && new Statics(model).moveToHolder(),
        parent,
        model.interfaces().stream().map(c -> c.asInternalName()).toList(),
        fields,
        constants,
        late.passesThis(),
        late.names(),
        methods);
  }

  private static @Nullable Shape reflect(String name) {
    Class<?> type;
    try {
      type = Class.forName(name.replace('/', '.'), false, Hierarchy.class.getClassLoader());
    } catch (ClassNotFoundException | LinkageError e) {
      return null;
    }
    Map<String, Integer> fields = new HashMap<>();
    for (Field f : type.getDeclaredFields()) {
      if (!Modifier.isPrivate(f.getModifiers())) {
        fields.put(f.getName() + f.getType().descriptorString(), f.getModifiers());
      }
    }
    Class<?> parent = type.getSuperclass();
    return new Shape(
        name,
        false,
        type.isInterface(),
        false,
        false,
        parent == null ? type.isInterface() ? OBJECT : null : internal(parent),
        java.util.Arrays.stream(type.getInterfaces()).map(Hierarchy::internal).toList(),
        fields,
        Set.of(),
        false,
        Set.of(),
        Map.of());
  }

  static String internal(Class<?> type) {
    return type.getName().replace('.', '/');
  }

  /** For stack maps; what is found nowhere counts as an interface, which is assignable to all. */
  @Override
  public ClassHierarchyInfo getClassInfo(ClassDesc desc) {
    String descriptor = desc.descriptorString();
    Optional<Shape> shape = shape(descriptor.substring(1, descriptor.length() - 1));
    if (shape.isEmpty() || shape.get().isInterface()) {
      return ClassHierarchyInfo.ofInterface();
    }
    String parent = shape.get().superName();
    return ClassHierarchyInfo.ofClass(parent == null ? null : ClassDesc.ofInternalName(parent));
  }
}

package dev.chanlint.analyzer.front;

import dev.chanlint.model.code.FieldRef;
import dev.chanlint.model.code.MethodRef;
import dev.chanlint.model.code.TypeDeclaration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of types by their binary names: those of the sources, and on demand those of the
 * libraries.
 */
final class TypeTable {

  static final String OBJECT = "java.lang.Object";
  static final String THROWABLE = "java.lang.Throwable";
  static final String STRING = "java.lang.String";

  private static final Set<String> METHODS_OF_OBJECT =
      Set.of("equals(" + OBJECT + ")", "hashCode()", "toString()");

  private final Map<String, Type> sources = new LinkedHashMap<>();
  private final Map<String, Optional<Type>> libraries = new HashMap<>();
  private final Function<String, Optional<Type>> reader;

  /**
   * A table with no sources yet.
   *
   * @param reader reads a library type by its binary name
   */
  TypeTable(Function<String, Optional<Type>> reader) {
    this.reader = reader;
  }

  /**
   * A type.
   *
   * @param declaration what analyses are told of it
   * @param methods its own methods and constructors
   * @param constants the values of its constant fields by name
   * @param outer the binary name of the class of its enclosing instance, if it has one
   */
  record Type(
      TypeDeclaration declaration,
      List<Method> methods,
      Map<String, Object> constants,
      Optional<String> outer) {

    String name() {
      return declaration.name();
    }
  }

  /**
   * A method or constructor.
   *
   * @param ref its name and erased types
   * @param isAbstract whether it has no body
   * @param isPrivate whether calls of it are bound at compile time
   * @param generic for each parameter, whether its declared type is a type variable or an array of
   *     one, so that an overriding method's may be narrower
   */
  record Method(MethodRef ref, boolean isAbstract, boolean isPrivate, List<Boolean> generic) {}

  void add(Type type) {
    sources.put(type.name(), type);
  }

  Optional<Type> find(String name) {
    Type source = sources.get(name);
    if (source != null) {
      return Optional.of(source);
    }
    return libraries.computeIfAbsent(name, reader);
  }

  boolean isSource(String name) {
    return sources.containsKey(name);
  }

  /** The type and its supertypes, subtypes before supertypes, classes before interfaces. */
  List<Type> lineage(String name) {
    Map<String, Type> found = new LinkedHashMap<>();
    collect(name, found, new HashSet<>());
    List<Type> lineage = new ArrayList<>(found.values());
    if (!lineage.isEmpty() && !found.containsKey(OBJECT)) {
      find(OBJECT).ifPresent(lineage::add);
    }
    return lineage;
  }

  private void collect(String name, Map<String, Type> found, Set<String> seen) {
    if (!seen.add(name)) {
      return;
    }
    Optional<Type> type = find(name);
    if (type.isEmpty()) {
      return;
    }
    found.put(name, type.get());
    type.get().declaration().superclass().ifPresent(parent -> collect(parent, found, seen));
    type.get().declaration().interfaces().forEach(parent -> collect(parent, found, seen));
  }

  boolean isSubtype(String type, String supertype) {
    return type.equals(supertype)
        || lineage(type).stream().anyMatch(ancestor -> ancestor.name().equals(supertype));
  }

  /**
   * The method that a call means.
   *
   * @param owner the type to look in first
   * @param parameters the erased parameter types as far as known
   * @return the method of these types, or else the only one with as many parameters
   */
  Optional<Method> method(String owner, String name, List<String> parameters) {
    List<Method> candidates = new ArrayList<>();
    for (Type type : methodOwners(owner, name)) {
      for (Method method : type.methods()) {
        if (!method.ref().name().equals(name)
            || method.ref().parameters().size() != parameters.size()) {
          continue;
        }
        if (method.ref().parameters().equals(parameters)) {
          return Optional.of(method);
        }
        candidates.add(method);
      }
    }
    return candidates.size() == 1 ? Optional.of(candidates.getFirst()) : Optional.empty();
  }

  private List<Type> methodOwners(String owner, String name) {
    if (owner.endsWith("[]")) {
      return find(OBJECT).stream().toList();
    }
    return name.equals(MethodRef.CONSTRUCTOR) ? find(owner).stream().toList() : lineage(owner);
  }

  /** The constructors and methods of that name that a type declares itself. */
  List<Method> declared(String owner, String name) {
    return find(owner).stream()
        .flatMap(type -> type.methods().stream())
        .filter(method -> method.ref().name().equals(name))
        .toList();
  }

  Optional<FieldRef> field(String owner, String name) {
    return lineage(owner).stream()
        .flatMap(type -> type.declaration().fields().stream())
        .map(TypeDeclaration.Field::ref)
        .filter(field -> field.name().equals(name))
        .findFirst();
  }

  @Nullable Object constant(FieldRef field) {
    return find(field.owner()).map(type -> type.constants().get(field.name())).orElse(null);
  }

  /** The one abstract method of a functional interface. */
  Optional<MethodRef> functionalMethod(String type) {
    Set<String> implemented = new HashSet<>(METHODS_OF_OBJECT);
    for (Type ancestor : lineage(type)) {
      if (!ancestor.declaration().isInterface()) {
        continue;
      }
      for (Method method : ancestor.methods()) {
        if (method.ref().isStatic() || method.isPrivate()) {
          continue;
        }
        if (!implemented.add(method.ref().signature())) {
          continue;
        }
        if (method.isAbstract()) {
          return Optional.of(method.ref());
        }
      }
    }
    return Optional.empty();
  }

  Optional<String> outer(String type) {
    return find(type).flatMap(Type::outer);
  }

  /** The declarations of the sources, and of the libraries' types named and their supertypes. */
  Map<String, TypeDeclaration> declarations(Set<String> named) {
    Map<String, TypeDeclaration> declarations = new LinkedHashMap<>();
    sources.forEach((name, type) -> declarations.put(name, type.declaration()));
    Set<String> libraryTypes = new LinkedHashSet<>(named);
    libraryTypes.addAll(sources.keySet());
    for (String name : libraryTypes) {
      for (Type type : lineage(name)) {
        declarations.putIfAbsent(type.name(), withoutLibraryFields(type.declaration()));
      }
    }
    declarations.replaceAll((name, type) -> isOwnAncestor(type) ? withoutAncestors(type) : type);
    return declarations;
  }

  /** Whether who follows the type's ancestors would never come to an end, as broken sources may. */
  private boolean isOwnAncestor(TypeDeclaration type) {
    return type.fromSource()
        && Stream.concat(type.superclass().stream(), type.interfaces().stream())
            .anyMatch(parent -> isSubtype(parent, type.name()));
  }

  private static TypeDeclaration withoutAncestors(TypeDeclaration type) {
    return new TypeDeclaration(
        type.name(),
        Optional.of(OBJECT),
        List.of(),
        type.isInterface(),
        type.isAbstract(),
        true,
        type.fields());
  }

  private static TypeDeclaration withoutLibraryFields(TypeDeclaration type) {
    return type.fromSource()
        ? type
        : new TypeDeclaration(
            type.name(),
            type.superclass(),
            type.interfaces(),
            type.isInterface(),
            type.isAbstract(),
            false,
            List.of());
  }
}

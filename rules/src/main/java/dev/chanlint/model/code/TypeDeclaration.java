package dev.chanlint.model.code;

import java.util.List;
import java.util.Optional;

/**
 * A class, interface, enum, record or annotation: of the sources, or of the libraries as far as the
 * sources touch it.
 *
 * @param name its binary name
 * @param superclass the binary name of its superclass, if any
 * @param interfaces the binary names of its direct superinterfaces
 * @param isInterface whether it is an interface
 * @param isAbstract whether it cannot be instantiated
 * @param fromSource whether its functions are in the program
 * @param fields its own fields; none for a library type
 */
public record TypeDeclaration(
    String name,
    Optional<String> superclass,
    List<String> interfaces,
    boolean isInterface,
    boolean isAbstract,
    boolean fromSource,
    List<Field> fields) {

  /** Keeps copies, which nothing changes. */
  public TypeDeclaration {
    interfaces = List.copyOf(interfaces);
    fields = List.copyOf(fields);
  }

  /**
   * A field's declaration.
   *
   * @param ref the field
   * @param isFinal whether it is final
   * @param isVolatile whether it is volatile
   * @param guardedBy the lock that a {@code @GuardedBy} names, if any
   * @param at where it is declared
   */
  public record Field(
      FieldRef ref, boolean isFinal, boolean isVolatile, Optional<String> guardedBy, Position at) {}
}

package dev.chanlint.model.search;

import dev.chanlint.model.code.FieldRef;
import dev.chanlint.model.code.Position;
import dev.chanlint.model.code.TypeDeclaration;
import dev.chanlint.model.machine.Machine;
import dev.chanlint.model.machine.Memory;
import dev.chanlint.model.machine.Thing;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The locks that {@code @GuardedBy} names, Error Prone's or {@code javax.annotation}'s. */
final class Guards {

  private static final String THIS = "this";

  private Guards() {}

  /** Where the lock was made that is said to guard a location; null if none is, or none found. */
  static @Nullable Position of(Memory.Location location, Machine machine) {
    if (!(location.part() instanceof FieldRef field) || location.owner() == null) {
      return null;
    }
    Thing owner = location.owner();
    return declared(field, machine).flatMap(name -> lock(name, owner)).orElse(null);
  }

  private static Optional<String> declared(FieldRef field, Machine machine) {
    TypeDeclaration type = machine.index().program().types().get(field.owner());
    return type == null
        ? Optional.empty()
        : type.fields().stream()
            .filter(f -> f.ref().name().equals(field.name()))
            .findFirst()
            .flatMap(TypeDeclaration.Field::guardedBy);
  }

  /** A lock is the object itself, or a field of it. */
  private static Optional<Position> lock(String expression, Thing owner) {
    if (expression.equals(THIS)) {
      return Optional.of(owner.madeAt());
    }
    String name = expression.substring(expression.lastIndexOf('.') + 1).replace("()", "");
    return owner.fields().entrySet().stream()
        .filter(entry -> entry.getKey().name().equals(name))
        .filter(entry -> entry.getValue() instanceof Thing)
        .map(entry -> ((Thing) entry.getValue()).madeAt())
        .findFirst();
  }
}

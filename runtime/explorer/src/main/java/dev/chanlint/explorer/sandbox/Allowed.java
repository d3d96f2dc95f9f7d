package dev.chanlint.explorer.sandbox;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Effects that code under test may have although they reach past the execution. Nothing undoes them
 * between executions: whoever allows one says that the program does not depend on what earlier
 * executions left.
 *
 * @param kinds what is allowed wherever it goes
 * @param writable globs of the files that may be written, relative to the working directory
 */
public record Allowed(Set<Kind> kinds, List<String> writable) {

  private static final String WRITE = "write:";

  /** Nothing. */
  public static final Allowed NOTHING = new Allowed(EnumSet.noneOf(Kind.class), List.of());

  /** A kind of effect. */
  public enum Kind {
    /** Sockets, connections, and questions to the network. */
    NET,
    /** Processes. */
    PROCESS,
    /** Properties of the JVM. */
    PROPERTY
  }

  /** Makes it unchangeable. */
  public Allowed {
    kinds = Set.copyOf(kinds);
    writable = List.copyOf(writable);
  }

  /**
   * Reads what was allowed by name.
   *
   * @param names {@code net}, {@code process}, {@code property} or {@code write:GLOB} each
   * @throws IllegalArgumentException if one is none of these; the message says which
   */
  public static Allowed of(List<String> names) {
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    List<String> globs =
        names.stream()
            .filter(name -> name.startsWith(WRITE))
            .map(name -> name.substring(WRITE.length()))
            .toList();
    names.stream().filter(name -> !name.startsWith(WRITE)).map(Allowed::kind).forEach(kinds::add);
    return new Allowed(kinds, globs);
  }

  private static Kind kind(String name) {
    for (Kind kind : Kind.values()) {
      if (kind.name().toLowerCase(Locale.ROOT).equals(name)) {
        return kind;
      }
    }
    throw new IllegalArgumentException(
        "cannot allow '" + name + "': it is none of net, process, property, write:GLOB");
  }
}

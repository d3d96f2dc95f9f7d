package dev.chanlint.model.code;

import java.util.List;
import java.util.Map;

/**
 * A whole program.
 *
 * @param functions its functions by id
 * @param types its types by binary name
 * @param entryPoints where execution starts from outside
 * @param suppressions what the sources ask to be left out
 * @param gaps what could not be understood
 */
public record Program(
    Map<String, Function> functions,
    Map<String, TypeDeclaration> types,
    List<EntryPoint> entryPoints,
    List<Suppression> suppressions,
    List<Gap> gaps) {

  public Program {
    functions = Map.copyOf(functions);
    types = Map.copyOf(types);
    entryPoints = List.copyOf(entryPoints);
    suppressions = List.copyOf(suppressions);
    gaps = List.copyOf(gaps);
  }

  /**
   * A function that is called from outside the program.
   *
   * @param function its id
   * @param kind what calls it
   */
  public record EntryPoint(String function, Kind kind) {

    /** What calls an entry point. */
    public enum Kind {
      /** The Java launcher. */
      MAIN,
      /** A test engine. */
      TEST
    }
  }

  /**
   * A request, by annotation or comment, not to report something.
   *
   * @param rule the rule's id, or {@code *}
   * @param scope the text it covers
   * @param reason why; empty if none is given
   * @param at where it stands
   */
  public record Suppression(String rule, Position scope, String reason, Position at) {}

  /**
   * Something that the front end left out.
   *
   * @param at where
   * @param what what, for a reader: for example {@code syntax error: ';' expected}
   */
  public record Gap(Position at, String what) {}
}

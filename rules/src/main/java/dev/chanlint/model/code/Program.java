package dev.chanlint.model.code;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A whole program.
 *
 * @param functions its functions by id, in reading order
 * @param types its types by binary name: those of the sources in reading order, then those of the
 *     libraries
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

  /** Keeps copies, which nothing changes. */
  public Program {
    functions = inOrder(functions);
    types = inOrder(types);
    entryPoints = List.copyOf(entryPoints);
    suppressions = List.copyOf(suppressions);
    gaps = List.copyOf(gaps);
  }

  /** Copies, keeping the order: analyses that iterate must do so alike in every run. */
  private static <V> Map<String, V> inOrder(Map<String, V> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }

  /**
   * The part of the program that some of its files hold.
   *
   * @param files their paths; no code in them calls code in others, nor is called by it
   * @return their functions and entry points, and all else as it is here
   */
  public Program within(Set<String> files) {
    Map<String, Function> own = new LinkedHashMap<>();
    functions.forEach(
        (id, function) -> {
          if (files.contains(function.at().file())) {
            own.put(id, function);
          }
        });
    List<EntryPoint> starts =
        entryPoints.stream().filter(entry -> own.containsKey(entry.function())).toList();
    return new Program(own, types, starts, suppressions, gaps);
  }

  /**
   * The same with more gaps.
   *
   * @param more what else could not be understood
   * @return the program
   */
  public Program with(List<Gap> more) {
    List<Gap> all = Stream.concat(gaps.stream(), more.stream()).toList();
    return new Program(functions, types, entryPoints, suppressions, all);
  }

  /**
   * A function that is called from outside the program.
   *
   * @param function the id of the method
   * @param kind what calls it
   * @param launcher the id of the function to start the analysis from: the method itself where it
   *     is static; else one of kind {@link Function.Kind#LAUNCHER}, without parameters, that makes
   *     the object and calls what runs before the method, the method, and what runs after it. For
   *     {@link Kind#OUTSIDE} a launcher whose parameters are what the caller gives, of which any
   *     value is possible, and whose variables are what it holds from then on
   */
  public record EntryPoint(String function, Kind kind, String launcher) {

    /** What calls an entry point. */
    public enum Kind {
      /** The Java launcher. */
      MAIN,
      /** A test engine. */
      TEST,
      /**
       * Code that is not part of the program, as that of a library's users: nothing in the program
       * calls the method. It calls nothing else meanwhile, and later whatever it likes.
       */
      OUTSIDE
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

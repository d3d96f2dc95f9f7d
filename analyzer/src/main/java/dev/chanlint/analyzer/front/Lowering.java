package dev.chanlint.analyzer.front;

import dev.chanlint.model.code.Function;
import dev.chanlint.model.code.MethodRef;
import dev.chanlint.model.code.Position;
import dev.chanlint.model.code.Program.Gap;
import dev.chanlint.model.code.Variable;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import spoon.reflect.code.CtExpression;

/** What the lowering of one program shares: what is known, and what came out so far. */
final class Lowering {

  final TypeTable types;
  final Positions positions;
  final LocalClasses localClasses = new LocalClasses();
  final Map<CtExpression<?>, ClosureBody> closures = new IdentityHashMap<>();

  private final Map<String, Function> functions = new LinkedHashMap<>();
  private final Set<String> lowered = new HashSet<>();
  private final Set<Gap> gaps = new LinkedHashSet<>();

  Lowering(TypeTable types, Positions positions) {
    this.types = types;
    this.positions = positions;
  }

  /**
   * The function made for a lambda or method reference, which stands in the source once and may be
   * evaluated at several places, as in a finally block.
   *
   * @param captured the names of what its first parameters take
   */
  record ClosureBody(String function, MethodRef method, List<String> captured) {}

  /** Whether a type is still to be lowered; from now on it is not. */
  boolean begin(String type) {
    return lowered.add(type);
  }

  void add(Function function) {
    functions.put(function.id(), function);
  }

  void gap(Position at, String what) {
    gaps.add(new Gap(at, what));
  }

  Map<String, Function> functions() {
    return functions;
  }

  Set<Gap> gaps() {
    return gaps;
  }

  /** A function from its lowered body. */
  static Function function(
      Body body,
      Function.Kind kind,
      MethodRef method,
      List<Variable> parameters,
      Set<String> annotations,
      Position at,
      Position end) {
    return new Function(
        body.id, kind, method, body.name, parameters, body.code.finish(end), annotations, at);
  }
}

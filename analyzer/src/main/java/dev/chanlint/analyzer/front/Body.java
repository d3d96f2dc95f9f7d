package dev.chanlint.analyzer.front;

import dev.chanlint.analyzer.front.Code.Draft;
import dev.chanlint.model.code.FieldRef;
import dev.chanlint.model.code.Instruction;
import dev.chanlint.model.code.Position;
import dev.chanlint.model.code.Terminator;
import dev.chanlint.model.code.Variable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One function being lowered: its code so far, the names in scope, and how to leave it. */
final class Body {

  /** The name of the variable that holds the receiver. */
  static final String THIS = "this";

  /** The field of an inner class that holds its enclosing instance. */
  static final String OUTER = "this$0";

  /** Starts the names of a local class's fields that hold what it captures. */
  static final String CAPTURED = "val$";

  final Lowering lowering;
  final Code code = new Code();
  final Exits exits = new Exits(this);

  /** The id of the function. */
  final String id;

  /** What messages call the method that it is in. */
  final String name;

  /** The binary name of the class that it is in. */
  final String type;

  /** What a return gives back: a binary name, or {@code void}. */
  final String result;

  private final @Nullable Body enclosing;
  private final Deque<Map<String, Variable>> scopes = new ArrayDeque<>();
  private final Map<String, Capture> captured = new LinkedHashMap<>();
  private int variables;
  private int closures;

  /**
   * A body.
   *
   * @param enclosing the body that a lambda or method reference is in; null for a member's
   */
  Body(
      Lowering lowering,
      @Nullable Body enclosing,
      String id,
      String name,
      String type,
      String result) {
    this.lowering = lowering;
    this.enclosing = enclosing;
    this.id = id;
    this.name = name;
    this.type = type;
    this.result = result;
    scopes.push(new HashMap<>());
  }

  /**
   * A variable that a lambda's body takes from around it.
   *
   * @param outer the variable there
   * @param inner the parameter that receives it
   */
  record Capture(Variable outer, Variable inner) {}

  // Names

  /** Runs something in a scope of its own for names. */
  void scoped(Runnable body) {
    scopes.push(new HashMap<>());
    body.run();
    scopes.pop();
  }

  Variable declare(String variable, String variableType) {
    Variable declared = fresh(variable, variableType);
    bind(declared);
    return declared;
  }

  /** A variable that is not in scope yet. */
  Variable fresh(String variable, String variableType) {
    return new Variable(variables++, variable, variableType);
  }

  void bind(Variable variable) {
    scopes.element().put(variable.name(), variable);
  }

  Variable temporary(String variableType) {
    return new Variable(variables++, "$", variableType);
  }

  /**
   * A local variable that the source names: of this body, captured from the bodies around it, or
   * kept by the local class that it is in.
   */
  Optional<Variable> lookup(String variable, Position at) {
    for (Map<String, Variable> scope : scopes) {
      Variable found = scope.get(variable);
      if (found != null) {
        return Optional.of(found);
      }
    }
    return enclosing == null
        ? fromLocalClass(variable, at)
        : enclosing.lookup(variable, at).map(outer -> capture(variable, outer));
  }

  private Variable capture(String variable, Variable outer) {
    Variable inner = new Variable(variables++, variable, outer.type());
    scopes.getLast().put(variable, inner);
    captured.put(variable, new Capture(outer, inner));
    return inner;
  }

  private Optional<Variable> fromLocalClass(String variable, Position at) {
    String owner = type;
    while (true) {
      String kept = lowering.localClasses.capturedType(owner, variable);
      if (kept != null) {
        Variable value = temporary(kept);
        FieldRef field = new FieldRef(owner, CAPTURED + variable, kept, false);
        code.emit(new Instruction.LoadField(value, receiver(owner, at), field, at));
        return Optional.of(value);
      }
      Optional<String> outer = lowering.types.outer(owner);
      if (outer.isEmpty()) {
        return Optional.empty();
      }
      owner = outer.get();
    }
  }

  /** The object that {@code this} means; empty in a static context. */
  Optional<Variable> self() {
    Variable found = scopes.getLast().get(THIS);
    if (found != null) {
      return Optional.of(found);
    }
    return enclosing == null
        ? Optional.empty()
        : enclosing.self().map(outer -> capture(THIS, outer));
  }

  /** The innermost enclosing object that is of a type; null if there is none. */
  @Nullable Variable receiver(String wanted, Position at) {
    Variable object = self().orElse(null);
    String owner = type;
    while (object != null && !lowering.types.isSubtype(owner, wanted)) {
      Optional<String> outer = lowering.types.outer(owner);
      if (outer.isEmpty()) {
        return self().orElse(null);
      }
      Variable next = temporary(outer.get());
      FieldRef field = new FieldRef(owner, OUTER, outer.get(), false);
      code.emit(new Instruction.LoadField(next, object, field, at));
      object = next;
      owner = outer.get();
    }
    return object;
  }

  /** What a lambda's body took from around it, by name, in order. */
  Map<String, Capture> captured() {
    return captured;
  }

  /** The variables for the names that a lambda captures. */
  List<Variable> values(List<String> names, Position at) {
    List<Variable> values = new ArrayList<>();
    for (String wanted : names) {
      (wanted.equals(THIS) ? self() : lookup(wanted, at)).ifPresent(values::add);
    }
    return values;
  }

  /** An id for the next lambda or method reference in this body. */
  String nextClosure() {
    return id + "$lambda" + ++closures;
  }

  // Small pieces of code

  Variable constant(@Nullable Object value, String valueType, Position at) {
    Variable target = temporary(valueType);
    code.emit(new Instruction.Constant(target, value, at));
    return target;
  }

  /** The value as one of another type: boxed, unboxed, widened or narrowed where that differs. */
  Variable convert(Variable value, String wanted, Position at) {
    boolean fromPrimitive = Names.isPrimitive(value.type());
    boolean toPrimitive = Names.isPrimitive(wanted);
    if (!fromPrimitive && !toPrimitive || value.type().equals(wanted)) {
      return value;
    }
    String type = fromPrimitive && !toPrimitive ? Names.boxed(value.type()) : wanted;
    Variable target = temporary(type);
    code.emit(new Instruction.Copy(target, value, at));
    return target;
  }

  void copy(Variable target, Variable value, Position at) {
    if (!target.equals(value)) {
      code.emit(new Instruction.Copy(target, value, at));
    }
  }

  void raise(Variable exception, Position at) {
    code.end(List.of(), _ -> new Terminator.Throw(exception, at));
  }

  /** Runs two ways that meet again. */
  void choose(Variable condition, Runnable ifTrue, Runnable ifFalse, Position at) {
    Draft then = new Draft();
    Draft otherwise = new Draft();
    Draft after = new Draft();
    code.branch(condition, then, otherwise, at);
    code.start(then);
    ifTrue.run();
    code.jump(after, at);
    code.start(otherwise);
    ifFalse.run();
    code.jump(after, at);
    code.start(after);
  }
}

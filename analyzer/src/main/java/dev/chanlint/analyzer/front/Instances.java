package dev.chanlint.analyzer.front;

import dev.chanlint.model.code.FieldRef;
import dev.chanlint.model.code.Instruction;
import dev.chanlint.model.code.Instruction.Dispatch;
import dev.chanlint.model.code.MethodRef;
import dev.chanlint.model.code.Position;
import dev.chanlint.model.code.Variable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The objects that a launcher makes, and its calls of their methods.
 *
 * @param body the launcher's
 * @param arguments gives a value of a type
 * @param at where it all seems to stand
 */
record Instances(Body body, Function<String, Variable> arguments, Position at) {

  /** An object: the one wanted, or one around it. */
  record Instance(String type, Variable object) {}

  /**
   * A new object of a class, with the enclosing instances that it needs, by the constructor with
   * the fewest parameters.
   *
   * @return the enclosing ones first, itself last
   */
  List<Instance> make(String type) {
    List<Instance> made = new ArrayList<>();
    make(type, made);
    return made;
  }

  private Variable make(String type, List<Instance> made) {
    Variable object = body.temporary(type);
    body.code.emit(new Instruction.New(object, type, at));
    TypeTable types = body.lowering.types;
    types
        .outer(type)
        .ifPresent(
            outer -> {
              Variable instance = make(outer, made);
              FieldRef field = new FieldRef(type, Body.OUTER, outer, false);
              body.code.emit(new Instruction.StoreField(object, field, instance, at));
            });
    types.declared(type, MethodRef.CONSTRUCTOR).stream()
        .map(TypeTable.Method::ref)
        .min(Comparator.comparingInt(constructor -> constructor.parameters().size()))
        .ifPresent(constructor -> call(object, constructor));
    made.add(new Instance(type, object));
    return object;
  }

  /**
   * A call; the launcher keeps its result.
   *
   * @param object null for a static method
   */
  void call(@Nullable Variable object, MethodRef method) {
    List<Variable> values = method.parameters().stream().map(arguments).toList();
    boolean returns = !method.result().equals("void");
    emit(returns ? body.temporary(method.result()) : null, object, method, values);
  }

  /** The result of a static method. */
  Variable result(MethodRef method, List<Variable> values) {
    Variable result = body.temporary(method.result());
    emit(result, null, method, values);
    return result;
  }

  private void emit(
      @Nullable Variable target,
      @Nullable Variable object,
      MethodRef method,
      List<Variable> values) {
    body.code.emit(
        new Instruction.Call(
            target,
            method,
            method.isStatic() ? null : object,
            values,
            dispatch(method),
            method.owner(),
            true,
            target != null,
            at));
  }

  private static Dispatch dispatch(MethodRef method) {
    if (method.isStatic()) {
      return Dispatch.STATIC;
    }
    return method.name().equals(MethodRef.CONSTRUCTOR) ? Dispatch.SPECIAL : Dispatch.VIRTUAL;
  }
}

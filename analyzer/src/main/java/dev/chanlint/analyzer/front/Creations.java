package dev.chanlint.analyzer.front;

import dev.chanlint.analyzer.front.Calls.Callee;
import dev.chanlint.model.code.FieldRef;
import dev.chanlint.model.code.Instruction;
import dev.chanlint.model.code.MethodRef;
import dev.chanlint.model.code.Position;
import dev.chanlint.model.code.Variable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import spoon.reflect.code.CtConstructorCall;
import spoon.reflect.code.CtExpression;
import spoon.reflect.code.CtNewArray;
import spoon.reflect.code.CtNewClass;
import spoon.reflect.code.CtThisAccess;
import spoon.reflect.declaration.CtClass;

/** Lowers what makes objects and arrays. */
final class Creations {

  private final Body body;
  private final Lowerings to;

  Creations(Body body, Lowerings to) {
    this.body = body;
    this.to = to;
  }

  Variable object(CtConstructorCall<?> call, @Nullable Variable hint) {
    Position at = body.lowering.positions.ofCall(call);
    Callee callee =
        call instanceof CtNewClass<?> anonymous
            ? anonymous(anonymous, at)
            : to.calls().callee(call.getExecutable(), at);
    String type = callee.method().owner();
    Variable target = to.expressions().target(type, hint);
    body.code.emit(new Instruction.New(target, type, at));
    link(target, type, call.getTarget(), at);
    List<Variable> arguments =
        to.calls().arguments(call.getArguments(), callee.method().parameters(), at);
    to.calls().construct(target, callee, arguments, at);
    return target;
  }

  /** Lowers an anonymous class; its constructor takes what the superclass's does. */
  private Callee anonymous(CtNewClass<?> call, Position at) {
    CtClass<?> type = call.getAnonymousClass();
    String name = type.getQualifiedName();
    MethodRef inherited = inheritedConstructor(call, at);
    body.lowering.localClasses.declare(type, body);
    new Members(body.lowering).anonymous(type, inherited);
    MethodRef constructor =
        new MethodRef(name, MethodRef.CONSTRUCTOR, inherited.parameters(), "void", false);
    return new Callee(constructor, true, false);
  }

  private MethodRef inheritedConstructor(CtNewClass<?> call, Position at) {
    TypeTable types = body.lowering.types;
    String parent =
        types
            .find(call.getAnonymousClass().getQualifiedName())
            .flatMap(type -> type.declaration().superclass())
            .orElse(TypeTable.OBJECT);
    List<String> parameters =
        call.getExecutable().getParameters().stream().map(Names::erased).toList();
    List<String> wanted =
        parameters.size() == call.getArguments().size()
            ? parameters
            : call.getArguments().stream().map(Expressions::type).toList();
    return types
        .method(parent, MethodRef.CONSTRUCTOR, wanted)
        .map(TypeTable.Method::ref)
        .orElseGet(
            () -> {
              body.lowering.gap(at, "cannot resolve constructor of " + Names.simple(parent));
              return new MethodRef(parent, MethodRef.CONSTRUCTOR, wanted, "void", false);
            });
  }

  /**
   * Gives an object what a class of the sources needs from around it before its constructor runs:
   * the enclosing instance and captured variables.
   *
   * @param outer the enclosing instance as the source names it, if it does
   */
  void link(Variable object, String type, @Nullable CtExpression<?> outer, Position at) {
    body.lowering
        .types
        .outer(type)
        .ifPresent(
            outerType -> {
              Variable instance = outerInstance(outerType, outer, at);
              if (instance != null) {
                FieldRef field = new FieldRef(type, Body.OUTER, outerType, false);
                body.code.emit(new Instruction.StoreField(object, field, instance, at));
              }
            });
    for (String name : body.lowering.localClasses.names(type)) {
      body.lookup(name, at)
          .ifPresent(
              value -> {
                FieldRef field = new FieldRef(type, Body.CAPTURED + name, value.type(), false);
                body.code.emit(new Instruction.StoreField(object, field, value, at));
              });
    }
  }

  private @Nullable Variable outerInstance(
      String outerType, @Nullable CtExpression<?> outer, Position at) {
    return outer == null || outer.isImplicit() || outer instanceof CtThisAccess
        ? body.receiver(outerType, at)
        : to.expressions().value(outer);
  }

  // Arrays

  Variable array(CtNewArray<?> array, @Nullable Variable hint) {
    Position at = body.lowering.positions.firstLine(array);
    String element = Calls.element(Expressions.type(array));
    if (array.getDimensionExpressions().isEmpty()) {
      return filled(element, array.getElements(), hint, at);
    }
    List<Variable> lengths =
        to.expressions().operands(array.getDimensionExpressions()).stream()
            .map(length -> to.expressions().primitive(length, at))
            .toList();
    Variable target = to.expressions().target(element + "[]", hint);
    body.code.emit(new Instruction.NewArray(target, element, lengths, at));
    return target;
  }

  /** An array with its elements. */
  Variable filled(
      String element,
      List<? extends CtExpression<?>> elements,
      @Nullable Variable hint,
      Position at) {
    Variable target = to.expressions().target(element + "[]", hint);
    body.code.emit(new Instruction.NewArray(target, element, List.of(), at));
    for (int i = 0; i < elements.size(); i++) {
      Variable value = to.expressions().converted(elements.get(i), element);
      Variable index = body.constant(i, "int", at);
      body.code.emit(new Instruction.StoreElement(target, index, value, at));
    }
    return target;
  }
}

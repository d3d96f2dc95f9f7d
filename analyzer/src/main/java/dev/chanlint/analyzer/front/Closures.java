package dev.chanlint.analyzer.front;

import dev.chanlint.analyzer.front.Calls.Callee;
import dev.chanlint.analyzer.front.Lowering.ClosureBody;
import dev.chanlint.model.code.Function;
import dev.chanlint.model.code.Instruction;
import dev.chanlint.model.code.Instruction.Dispatch;
import dev.chanlint.model.code.MethodRef;
import dev.chanlint.model.code.Position;
import dev.chanlint.model.code.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import spoon.reflect.code.CtExecutableReferenceExpression;
import spoon.reflect.code.CtExpression;
import spoon.reflect.code.CtLambda;
import spoon.reflect.code.CtSuperAccess;
import spoon.reflect.code.CtThisAccess;
import spoon.reflect.code.CtTypeAccess;
import spoon.reflect.declaration.CtParameter;

/** Lowers lambdas and method references, each to a function of its own. */
final class Closures {

  private static final String LAMBDA_IN = "lambda in ";

  private final Body body;
  private final Lowerings to;

  Closures(Body body, Lowerings to) {
    this.body = body;
    this.to = to;
  }

  Variable lambda(CtLambda<?> lambda, @Nullable Variable hint) {
    ClosureBody closure = body.lowering.closures.get(lambda);
    if (closure == null) {
      closure = lower(lambda);
      body.lowering.closures.put(lambda, closure);
    }
    return emit(closure, List.of(), lambda, hint);
  }

  Variable reference(CtExecutableReferenceExpression<?, ?> reference, @Nullable Variable hint) {
    List<Variable> receiver =
        isBound(reference) ? List.of(to.expressions().value(reference.getTarget())) : List.of();
    ClosureBody closure = body.lowering.closures.get(reference);
    if (closure == null) {
      closure = lower(reference, receiver);
      body.lowering.closures.put(reference, closure);
    }
    return emit(closure, receiver, reference, hint);
  }

  private static boolean isBound(CtExecutableReferenceExpression<?, ?> reference) {
    return !(reference.getTarget() instanceof CtTypeAccess)
        && !(reference.getTarget() instanceof CtThisAccess)
        && !(reference.getTarget() instanceof CtSuperAccess);
  }

  private Variable emit(
      ClosureBody closure, List<Variable> first, CtExpression<?> source, @Nullable Variable hint) {
    Position at = body.lowering.positions.firstLine(source);
    List<Variable> captured = new ArrayList<>(first);
    captured.addAll(body.values(closure.captured(), at));
    Variable target = to.expressions().target(Expressions.type(source), hint);
    body.code.emit(
        new Instruction.Closure(target, closure.function(), closure.method(), captured, at));
    return target;
  }

  private MethodRef functionalMethod(CtExpression<?> source, int parameters) {
    String type = Expressions.type(source);
    return body.lowering
        .types
        .functionalMethod(type)
        .orElseGet(
            () -> {
              Position at = body.lowering.positions.firstLine(source);
              body.lowering.gap(at, "cannot tell what this lambda implements");
              List<String> unknown = java.util.Collections.nCopies(parameters, TypeTable.OBJECT);
              return new MethodRef(type, "lambda", unknown, TypeTable.OBJECT, false);
            });
  }

  private Body inner(MethodRef method) {
    String name = body.name.startsWith(LAMBDA_IN) ? body.name : LAMBDA_IN + body.name;
    return new Body(body.lowering, body, body.nextClosure(), name, body.type, method.result());
  }

  // Lambdas

  private ClosureBody lower(CtLambda<?> lambda) {
    MethodRef method = functionalMethod(lambda, lambda.getParameters().size());
    Body inner = inner(method);
    List<Variable> parameters = new ArrayList<>();
    for (CtParameter<?> parameter : lambda.getParameters()) {
      parameters.add(inner.declare(parameter.getSimpleName(), Names.erased(parameter.getType())));
    }
    Statements statements = new Lowerings(inner).statements();
    if (lambda.getBody() != null) {
      statements.block(lambda.getBody());
    } else {
      statements.result(lambda.getExpression());
    }
    return finish(inner, Function.Kind.LAMBDA, method, parameters, lambda);
  }

  private ClosureBody finish(
      Body inner,
      Function.Kind kind,
      MethodRef method,
      List<Variable> own,
      CtExpression<?> source) {
    List<Variable> parameters = new ArrayList<>();
    boolean bound =
        kind == Function.Kind.METHOD_REFERENCE
            && !own.isEmpty()
            && own.getFirst().name().equals("$receiver");
    if (bound) {
      parameters.add(own.getFirst());
    }
    parameters.addAll(inner.captured().values());
    parameters.addAll(bound ? own.subList(1, own.size()) : own);
    Position at = body.lowering.positions.firstLine(source);
    Position end = body.lowering.positions.ofEnd(source);
    body.lowering.add(Lowering.function(inner, kind, method, parameters, Set.of(), at, end));
    return new ClosureBody(inner.id, method, List.copyOf(inner.captured().keySet()));
  }

  // Method references

  private ClosureBody lower(
      CtExecutableReferenceExpression<?, ?> reference, List<Variable> receiver) {
    MethodRef method =
        functionalMethod(reference, reference.getExecutable().getParameters().size());
    Body inner = inner(method);
    List<Variable> own = new ArrayList<>();
    for (Variable outer : receiver) {
      own.add(inner.declare("$receiver", outer.type()));
    }
    for (int i = 0; i < method.parameters().size(); i++) {
      own.add(inner.declare("$" + i, method.parameters().get(i)));
    }
    new Reference(inner, reference).lower(own, !receiver.isEmpty(), method);
    return finish(inner, Function.Kind.METHOD_REFERENCE, method, own, reference);
  }

  /** The body of the function made for a method reference. */
  private static final class Reference {

    private final Body inner;
    private final Lowerings lowerings;
    private final CtExecutableReferenceExpression<?, ?> source;
    private final Position at;

    Reference(Body inner, CtExecutableReferenceExpression<?, ?> source) {
      this.inner = inner;
      this.lowerings = new Lowerings(inner);
      this.source = source;
      this.at = inner.lowering.positions.firstLine(source);
    }

    void lower(List<Variable> values, boolean bound, MethodRef method) {
      Variable result =
          source.getExecutable().isConstructor()
              ? construct(values)
              : call(values, bound, !method.result().equals("void"));
      if (!method.result().equals("void")) {
        inner.exits.giveBack(inner.convert(result, method.result(), at), at);
      }
    }

    private Variable construct(List<Variable> values) {
      String type = Names.erased(source.getExecutable().getDeclaringType());
      String accessed =
          source.getTarget() instanceof CtTypeAccess<?> access
              ? Names.erased(access.getAccessedType())
              : type;
      if (accessed.endsWith("[]")) {
        Variable array = inner.temporary(accessed);
        String element = Calls.element(accessed);
        inner.code.emit(new Instruction.NewArray(array, element, values.getFirst(), at));
        return array;
      }
      Callee callee = lowerings.calls().callee(source.getExecutable(), at);
      Variable object = inner.temporary(callee.method().owner());
      inner.code.emit(new Instruction.New(object, callee.method().owner(), at));
      lowerings.creations().link(object, callee.method().owner(), null, at);
      lowerings.calls().construct(object, callee, arguments(values, callee.method()), at);
      return object;
    }

    private Variable call(List<Variable> values, boolean bound, boolean used) {
      Callee callee = lowerings.calls().callee(source.getExecutable(), at);
      MethodRef method = callee.method();
      List<Variable> arguments = values;
      Variable receiver = null;
      if (!method.isStatic()) {
        boolean first = bound || source.getTarget() instanceof CtTypeAccess;
        receiver = first ? cast(values.getFirst(), method) : inner.receiver(method.owner(), at);
        arguments = first ? values.subList(1, values.size()) : values;
      }
      boolean returns = used && !method.result().equals("void");
      Variable result = inner.temporary(method.result());
      inner.code.emit(
          new Instruction.Call(
              returns ? result : null,
              method,
              receiver,
              arguments(arguments, method),
              dispatch(callee),
              receiver == null ? method.owner() : receiver.type(),
              callee.resolved(),
              returns,
              at));
      return result;
    }

    private Dispatch dispatch(Callee callee) {
      if (callee.method().isStatic()) {
        return Dispatch.STATIC;
      }
      return callee.isPrivate() || source.getTarget() instanceof CtSuperAccess
          ? Dispatch.SPECIAL
          : Dispatch.VIRTUAL;
    }

    /** The first argument as the receiver that the method needs. */
    private Variable cast(Variable value, MethodRef method) {
      String wanted =
          source.getTarget() instanceof CtTypeAccess<?> access
              ? Names.erased(access.getAccessedType())
              : method.owner();
      if (inner.lowering.types.isSubtype(value.type(), wanted)) {
        return value;
      }
      Variable target = inner.temporary(wanted);
      inner.copy(target, value, at);
      return target;
    }

    private List<Variable> arguments(List<Variable> values, MethodRef method) {
      List<String> parameters = method.parameters();
      if (values.size() == parameters.size()) {
        List<Variable> arguments = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
          arguments.add(inner.convert(values.get(i), parameters.get(i), at));
        }
        return arguments;
      }
      return packed(values, parameters);
    }

    private List<Variable> packed(List<Variable> values, List<String> parameters) {
      if (parameters.isEmpty() || !parameters.getLast().endsWith("[]")) {
        return values;
      }
      int fixed = Math.min(parameters.size() - 1, values.size());
      List<Variable> arguments = new ArrayList<>(values.subList(0, fixed));
      String element = Calls.element(parameters.getLast());
      Variable array = inner.temporary(parameters.getLast());
      inner.code.emit(new Instruction.NewArray(array, element, null, at));
      for (int i = fixed; i < values.size(); i++) {
        Variable index = inner.constant(i - fixed, "int", at);
        Variable value = inner.convert(values.get(i), element, at);
        inner.code.emit(new Instruction.StoreElement(array, index, value, at));
      }
      arguments.add(array);
      return arguments;
    }
  }
}

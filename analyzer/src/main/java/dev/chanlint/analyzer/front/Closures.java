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
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
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
    return evaluate(lambda, List.of(), () -> lower(lambda), hint);
  }

  Variable reference(CtExecutableReferenceExpression<?, ?> reference, @Nullable Variable hint) {
    List<Variable> receiver =
        isBound(reference) ? List.of(to.expressions().value(reference.getTarget())) : List.of();
    return evaluate(reference, receiver, () -> lower(reference, receiver), hint);
  }

  /** A closure of a function that is lowered where its source is met first. */
  private Variable evaluate(
      CtExpression<?> source,
      List<Variable> receiver,
      Supplier<Lowered> lower,
      @Nullable Variable hint) {
    Position at = body.lowering.positions.firstLine(source);
    List<Variable> captured = new ArrayList<>(receiver);
    ClosureBody known = body.lowering.closures.get(source);
    if (known == null) {
      Lowered lowered = lower.get();
      known = lowered.closure();
      captured.addAll(lowered.captured());
      body.lowering.closures.put(source, known);
    } else {
      captured.addAll(body.values(known.captured(), at));
    }
    Variable target = to.expressions().target(Expressions.type(source), hint);
    body.code.emit(new Instruction.Closure(target, known.function(), known.method(), captured, at));
    return target;
  }

  /** A function made for a closure, and the values that it captures here. */
  private record Lowered(ClosureBody closure, List<Variable> captured) {}

  private static boolean isBound(CtExecutableReferenceExpression<?, ?> reference) {
    return !(reference.getTarget() instanceof CtTypeAccess)
        && !(reference.getTarget() instanceof CtThisAccess)
        && !(reference.getTarget() instanceof CtSuperAccess);
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
              List<String> unknown = Collections.nCopies(parameters, TypeTable.OBJECT);
              return new MethodRef(type, "lambda", unknown, TypeTable.OBJECT, false);
            });
  }

  private Body inner(MethodRef method) {
    String name = body.name.startsWith(LAMBDA_IN) ? body.name : LAMBDA_IN + body.name;
    return new Body(body.lowering, body, body.nextClosure(), name, body.type, method.result());
  }

  // Lambdas

  private Lowered lower(CtLambda<?> lambda) {
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
    return finish(inner, Function.Kind.LAMBDA, method, List.of(), parameters, lambda);
  }

  private Lowered finish(
      Body inner,
      Function.Kind kind,
      MethodRef method,
      List<Variable> receiver,
      List<Variable> own,
      CtExpression<?> source) {
    List<Variable> parameters = new ArrayList<>(receiver);
    inner.captured().values().forEach(capture -> parameters.add(capture.inner()));
    parameters.addAll(own);
    Position at = body.lowering.positions.firstLine(source);
    Position end = body.lowering.positions.ofEnd(source);
    body.lowering.add(Lowering.function(inner, kind, method, parameters, Set.of(), at, end));
    return new Lowered(
        new ClosureBody(inner.id, method, List.copyOf(inner.captured().keySet())),
        inner.captured().values().stream().map(Body.Capture::outer).toList());
  }

  // Method references

  private Lowered lower(CtExecutableReferenceExpression<?, ?> reference, List<Variable> receiver) {
    MethodRef method =
        functionalMethod(reference, reference.getExecutable().getParameters().size());
    Body inner = inner(method);
    List<Variable> bound = receiver.stream().map(outer -> inner.temporary(outer.type())).toList();
    List<Variable> own = method.parameters().stream().map(inner::temporary).toList();
    List<Variable> values = Stream.concat(bound.stream(), own.stream()).toList();
    new Reference(inner, reference).lower(values, !receiver.isEmpty(), method);
    return finish(inner, Function.Kind.METHOD_REFERENCE, method, bound, own, reference);
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
        inner.code.emit(new Instruction.NewArray(array, element, List.of(values.getFirst()), at));
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
        receiver = first ? first(values, method) : inner.receiver(method.owner(), at);
        arguments = first ? values.stream().skip(1).toList() : values;
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
      return used && !returns ? inner.constant(null, TypeTable.OBJECT, at) : result;
    }

    /** The receiver of an unbound reference; unknown where the functional interface is. */
    private Variable first(List<Variable> values, MethodRef method) {
      return values.isEmpty()
          ? inner.constant(null, method.owner(), at)
          : cast(values.getFirst(), method);
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
      inner.code.emit(new Instruction.NewArray(array, element, List.of(), at));
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

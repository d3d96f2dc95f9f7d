package dev.chanlint.analyzer.front;

import dev.chanlint.model.code.Instruction;
import dev.chanlint.model.code.Instruction.Dispatch;
import dev.chanlint.model.code.MethodRef;
import dev.chanlint.model.code.Position;
import dev.chanlint.model.code.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import spoon.reflect.code.CtExpression;
import spoon.reflect.code.CtInvocation;
import spoon.reflect.code.CtLiteral;
import spoon.reflect.code.CtSuperAccess;
import spoon.reflect.code.CtTypeAccess;
import spoon.reflect.reference.CtExecutableReference;

/** Lowers calls: finds the method, evaluates receiver and arguments, packs variable arity. */
final class Calls {

  private static final String ENUM = "java.lang.Enum";

  private final Body body;
  private final Lowerings to;

  Calls(Body body, Lowerings to) {
    this.body = body;
    this.to = to;
  }

  /**
   * The method that a call means.
   *
   * @param resolved whether it is known to exist
   */
  record Callee(MethodRef method, boolean resolved, boolean isPrivate) {}

  /** Looks up a method, and notes a gap at a call of one that is not known. */
  Callee callee(CtExecutableReference<?> reference, Position at) {
    String owner = Names.erased(reference.getDeclaringType());
    return callee(reference, owner, reference.isStatic(), at);
  }

  private Callee callee(
      CtExecutableReference<?> reference, String owner, boolean isStatic, Position at) {
    List<String> parameters = reference.getParameters().stream().map(Names::erased).toList();
    String name = reference.getSimpleName();
    Optional<TypeTable.Method> found = body.lowering.types.method(owner, name, parameters);
    return found
        .map(method -> new Callee(method.ref(), true, method.isPrivate()))
        .orElseGet(
            () -> {
              body.lowering.gap(at, "cannot resolve method " + name);
              String result = Names.erased(reference.getType());
              return new Callee(
                  new MethodRef(owner, name, parameters, result, isStatic), false, false);
            });
  }

  /**
   * A method call.
   *
   * @param used whether the source does anything with the result
   * @return the result; for a call whose result is not used, a variable without value
   */
  Variable call(CtInvocation<?> call, @Nullable Variable hint, boolean used) {
    if (call.getExecutable().isConstructor()) {
      return constructor(call);
    }
    Position at = body.lowering.positions.ofCall(call);
    Variable object = ofUnknownOwner(call);
    Callee callee =
        object == null
            ? callee(call.getExecutable(), at)
            : callee(call.getExecutable(), object.type(), false, at);
    MethodRef method = callee.method();
    Variable receiver = object == null || method.isStatic() ? receiver(call, method, at) : object;
    if (receiver != null && !to.expressions().keeps(receiver, call.getArguments())) {
      receiver = to.expressions().copied(receiver, at);
    }
    List<Variable> arguments = arguments(call.getArguments(), method.parameters(), at);
    boolean returns = !method.result().equals("void") && used;
    Variable target = to.expressions().target(resultType(call, method), returns ? hint : null);
    body.code.emit(
        new Instruction.Call(
            returns ? target : null,
            method,
            receiver,
            arguments,
            dispatch(call, callee),
            receiver == null ? method.owner() : receiver.type(),
            callee.resolved(),
            returns,
            at));
    return used && !returns ? body.constant(null, TypeTable.OBJECT, at) : target;
  }

  /**
   * The object that a call is on, where the parser does not know the method's owner: it takes the
   * receiver's name for that in a lambda whose functional interface it cannot resolve.
   */
  private @Nullable Variable ofUnknownOwner(CtInvocation<?> call) {
    CtExpression<?> target = call.getTarget();
    boolean onObject =
        target != null
            && !target.isImplicit()
            && !(target instanceof CtTypeAccess)
            && !(target instanceof CtSuperAccess);
    String owner = Names.erased(call.getExecutable().getDeclaringType());
    return onObject && body.lowering.types.lineage(owner).isEmpty() && !owner.endsWith("[]")
        ? to.expressions().value(target)
        : null;
  }

  private static String resultType(CtInvocation<?> call, MethodRef method) {
    return call.getType() == null ? method.result() : Names.erased(call.getType());
  }

  private static Dispatch dispatch(CtInvocation<?> call, Callee callee) {
    if (callee.method().isStatic()) {
      return Dispatch.STATIC;
    }
    return callee.isPrivate() || call.getTarget() instanceof CtSuperAccess
        ? Dispatch.SPECIAL
        : Dispatch.VIRTUAL;
  }

  private @Nullable Variable receiver(CtInvocation<?> call, MethodRef method, Position at) {
    CtExpression<?> target = call.getTarget();
    if (method.isStatic()) {
      if (target != null && !target.isImplicit() && !(target instanceof CtTypeAccess)) {
        to.expressions().effect(target);
      }
      return null;
    }
    if (target instanceof CtSuperAccess<?> access) {
      CtTypeAccess<?> of = access.getTarget() instanceof CtTypeAccess<?> type ? type : null;
      return body.receiver(of == null ? body.type : enclosing(of), at);
    }
    if (target == null || target.isImplicit() || target instanceof CtTypeAccess) {
      return body.receiver(method.owner(), at);
    }
    return to.expressions().value(target);
  }

  /** In {@code A.super.m()}, A is a class around this one, or a superinterface of this one. */
  private String enclosing(CtTypeAccess<?> qualifier) {
    return Names.erased(qualifier.getAccessedType());
  }

  /** A call of another constructor, of this class or the superclass. */
  private Variable constructor(CtInvocation<?> call) {
    Position at = body.lowering.positions.ofCall(call);
    Callee callee = callee(call.getExecutable(), at);
    Variable self =
        body.self().orElseThrow(() -> new NotUnderstood("constructor call outside a constructor"));
    String owner = callee.method().owner();
    if (owner.equals(ENUM)) {
      // The compiler passes name and ordinal; sources cannot write this call.
      return self;
    }
    if (!owner.equals(body.type)) {
      to.creations().link(self, owner, call.getTarget(), at);
    }
    List<Variable> arguments = arguments(call.getArguments(), callee.method().parameters(), at);
    construct(self, callee, arguments, at);
    return self;
  }

  void construct(Variable object, Callee callee, List<Variable> arguments, Position at) {
    body.code.emit(
        new Instruction.Call(
            null,
            callee.method(),
            object,
            arguments,
            Dispatch.SPECIAL,
            callee.method().owner(),
            callee.resolved(),
            false,
            at));
  }

  // Arguments

  /** The values of arguments, converted to the parameters' types, variable arity packed. */
  List<Variable> arguments(
      List<? extends CtExpression<?>> arguments, List<String> parameters, Position at) {
    int fixed = isPacked(arguments, parameters) ? parameters.size() - 1 : arguments.size();
    List<Variable> values = new ArrayList<>();
    for (int i = 0; i < fixed; i++) {
      Variable value = to.expressions().value(arguments.get(i));
      String type = i < parameters.size() ? parameters.get(i) : value.type();
      Variable converted = body.convert(value, type, to.expressions().at(arguments.get(i)));
      boolean kept = to.expressions().keeps(converted, arguments.subList(i + 1, arguments.size()));
      values.add(kept ? converted : to.expressions().copied(converted, at));
    }
    if (fixed < arguments.size() || isPacked(arguments, parameters)) {
      String array = parameters.getLast();
      values.add(
          to.creations()
              .filled(element(array), arguments.subList(fixed, arguments.size()), null, at));
    }
    return values;
  }

  static String element(String array) {
    return array.substring(0, array.length() - 2);
  }

  /** Whether trailing arguments are the elements of an array that the compiler makes. */
  private static boolean isPacked(
      List<? extends CtExpression<?>> arguments, List<String> parameters) {
    if (parameters.isEmpty() || !parameters.getLast().endsWith("[]")) {
      return false;
    }
    if (arguments.size() != parameters.size()) {
      return arguments.size() >= parameters.size() - 1;
    }
    CtExpression<?> last = arguments.getLast();
    return !isNull(last) && !isArrayLike(Expressions.type(last), parameters.getLast());
  }

  private static boolean isNull(CtExpression<?> expression) {
    return expression instanceof CtLiteral<?> literal && literal.getValue() == null;
  }

  /** Whether a value can be passed as an array rather than as an element of one. */
  private static boolean isArrayLike(String type, String array) {
    if (!array.endsWith("[]")) {
      return Names.isPrimitive(array) == Names.isPrimitive(type);
    }
    return type.endsWith("[]") && isArrayLike(element(type), element(array));
  }
}

package dev.chanlint.analyzer.front;

import dev.chanlint.model.code.FieldRef;
import dev.chanlint.model.code.Instruction;
import dev.chanlint.model.code.Position;
import dev.chanlint.model.code.Variable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import spoon.reflect.code.BinaryOperatorKind;
import spoon.reflect.code.CtArrayAccess;
import spoon.reflect.code.CtAssignment;
import spoon.reflect.code.CtExpression;
import spoon.reflect.code.CtFieldAccess;
import spoon.reflect.code.CtFieldRead;
import spoon.reflect.code.CtInvocation;
import spoon.reflect.code.CtLiteral;
import spoon.reflect.code.CtOperatorAssignment;
import spoon.reflect.code.CtThisAccess;
import spoon.reflect.code.CtTypeAccess;
import spoon.reflect.code.CtUnaryOperator;
import spoon.reflect.code.CtVariableAccess;
import spoon.reflect.code.UnaryOperatorKind;
import spoon.reflect.declaration.CtElement;
import spoon.reflect.declaration.CtField;
import spoon.reflect.reference.CtArrayTypeReference;
import spoon.reflect.reference.CtFieldReference;
import spoon.reflect.visitor.filter.AbstractFilter;

/** Lowers reads and writes of variables, fields and array elements. */
final class Places {

  private final Body body;
  private final Lowerings to;

  Places(Body body, Lowerings to) {
    this.body = body;
    this.to = to;
  }

  /** Something that has a value and can be assigned. */
  private sealed interface Place {
    String type();
  }

  private record Local(Variable variable) implements Place {
    @Override
    public String type() {
      return variable.type();
    }
  }

  private record Field(@Nullable Variable base, FieldRef field, String type) implements Place {}

  private record Element(Variable array, Variable index, String type) implements Place {}

  /** Whether an operator is ++ or --. */
  static boolean steps(CtUnaryOperator<?> operator) {
    return switch (operator.getKind()) {
      case PREINC, PREDEC, POSTINC, POSTDEC -> true;
      default -> false;
    };
  }

  /** Whether evaluating an expression assigns anything by itself. */
  static boolean assigns(CtExpression<?> expression) {
    return !expression
        .getElements(
            new AbstractFilter<CtElement>() {
              @Override
              public boolean matches(CtElement element) {
                return element instanceof CtAssignment
                    || element instanceof CtUnaryOperator<?> operator && steps(operator);
              }
            })
        .isEmpty();
  }

  // Reading

  Variable read(CtExpression<?> access, @Nullable Variable hint) {
    if (access instanceof CtFieldRead<?> read) {
      if (read.getVariable().getSimpleName().equals("class")) {
        return classLiteral(read, hint);
      }
      if (isLength(read)) {
        return length(read, hint);
      }
    }
    return load(place(access), hint, at(access));
  }

  private Variable classLiteral(CtFieldRead<?> read, @Nullable Variable hint) {
    CtTypeAccess<?> of = (CtTypeAccess<?>) read.getTarget();
    Variable target = to.expressions().target("java.lang.Class", hint);
    Object value = new Instruction.ClassConstant(Names.erased(of.getAccessedType()));
    body.code.emit(new Instruction.Constant(target, value, at(read)));
    return target;
  }

  private static boolean isLength(CtFieldRead<?> read) {
    return read.getVariable().getSimpleName().equals("length")
        && read.getTarget() != null
        && read.getTarget().getType() instanceof CtArrayTypeReference;
  }

  private Variable length(CtFieldRead<?> read, @Nullable Variable hint) {
    Variable array = to.expressions().value(read.getTarget());
    Variable target = to.expressions().target("int", hint);
    body.code.emit(new Instruction.ArrayLength(target, array, at(read)));
    return target;
  }

  private Variable load(Place place, @Nullable Variable hint, Position at) {
    return switch (place) {
      case Local(Variable variable) -> variable;
      case Field(var base, FieldRef field, String type) -> {
        Variable target = to.expressions().target(type, hint);
        body.code.emit(new Instruction.LoadField(target, base, field, at));
        yield target;
      }
      case Element(Variable array, Variable index, String type) -> {
        Variable target = to.expressions().target(type, hint);
        body.code.emit(new Instruction.LoadElement(target, array, index, at));
        yield target;
      }
    };
  }

  // Writing

  /** Assigns, plainly or with an operator, and returns the value assigned. */
  Variable assign(CtAssignment<?, ?> assignment) {
    Place place = kept(place(assignment.getAssigned()), assignment);
    return assignment instanceof CtOperatorAssignment<?, ?> compound
        ? compound(place, compound)
        : plain(place, assignment);
  }

  /** The place as it is before the value is evaluated, whatever that assigns. */
  private Place kept(Place place, CtAssignment<?, ?> assignment) {
    return place instanceof Element(Variable array, Variable index, String type)
        ? new Element(kept(array, assignment), kept(index, assignment), type)
        : place;
  }

  private Variable kept(Variable value, CtAssignment<?, ?> assignment) {
    return to.expressions().keeps(value, List.of(assignment.getAssignment()))
        ? value
        : to.expressions().copied(value, at(assignment));
  }

  private Variable plain(Place place, CtAssignment<?, ?> assignment) {
    CtExpression<?> source = assignment.getAssignment();
    if (place instanceof Local(Variable variable)) {
      Variable value = to.expressions().value(source, writesLast(source) ? variable : null);
      to.expressions().assign(variable, value, at(assignment));
      return variable;
    }
    Variable value = to.expressions().converted(source, place.type());
    store(place, value, at(assignment));
    return value;
  }

  /** Gives a field the value that its declaration says. */
  void initialize(String owner, CtField<?> source) {
    String type = Names.erased(source.getType());
    FieldRef field =
        body.lowering
            .types
            .field(owner, source.getSimpleName())
            .orElseThrow(() -> new NotUnderstood("field " + source.getSimpleName()));
    Variable value = to.expressions().converted(source.getDefaultExpression(), type);
    Variable base = field.isStatic() ? null : body.self().orElse(null);
    Position at = body.lowering.positions.ofName(source);
    body.code.emit(new Instruction.StoreField(base, field, value, at));
  }

  /** Whether an expression's own value is the last that evaluating it can write. */
  private static boolean writesLast(CtExpression<?> source) {
    return source instanceof CtInvocation
        || source instanceof CtLiteral
        || source instanceof CtFieldRead;
  }

  private Variable compound(Place place, CtOperatorAssignment<?, ?> assignment) {
    Position at = at(assignment);
    Variable old = load(place, null, at);
    if (!to.expressions().keeps(old, List.of(assignment.getAssignment()))) {
      old = to.expressions().copied(old, at);
    }
    Variable operand = to.expressions().value(assignment.getAssignment());
    return update(place, old, assignment.getKind(), operand, at);
  }

  /** Lowers ++ and --; returns what the expression's value is, if that is used. */
  Variable step(CtUnaryOperator<?> operator, boolean used) {
    Position at = at(operator);
    UnaryOperatorKind kind = operator.getKind();
    Place place = place(operator.getOperand());
    Variable old = load(place, null, at);
    boolean post = kind == UnaryOperatorKind.POSTINC || kind == UnaryOperatorKind.POSTDEC;
    Variable before = post && used && !old.isTemporary() ? to.expressions().copied(old, at) : old;
    boolean up = kind == UnaryOperatorKind.PREINC || kind == UnaryOperatorKind.POSTINC;
    Variable one = body.constant(1, "int", at);
    Variable after =
        update(place, old, up ? BinaryOperatorKind.PLUS : BinaryOperatorKind.MINUS, one, at);
    return post ? before : after;
  }

  private Variable update(
      Place place, Variable old, BinaryOperatorKind kind, Variable operand, Position at) {
    String type = place.type();
    String symbol = Expressions.symbol(kind);
    boolean text = !Names.isPrimitive(Names.unboxed(type));
    List<Variable> operands =
        text
            ? List.of(old, operand)
            : List.of(to.expressions().primitive(old, at), to.expressions().primitive(operand, at));
    Variable result =
        place instanceof Local(Variable variable) && variable.type().equals(Names.unboxed(type))
            ? variable
            : body.temporary(Names.unboxed(type));
    body.code.emit(new Instruction.Operator(result, symbol, operands, at));
    Variable value = body.convert(result, type, at);
    store(place, value, at);
    return value;
  }

  private void store(Place place, Variable value, Position at) {
    switch (place) {
      case Local(Variable variable) -> body.copy(variable, value, at);
      case Field(var base, FieldRef field, var _) ->
          body.code.emit(new Instruction.StoreField(base, field, value, at));
      case Element(Variable array, Variable index, var _) ->
          body.code.emit(new Instruction.StoreElement(array, index, value, at));
    }
  }

  // Finding

  private Place place(CtExpression<?> access) {
    return switch (access) {
      case CtFieldAccess<?> field -> field(field);
      case CtArrayAccess<?, ?> element -> element(element);
      case CtVariableAccess<?> variable -> local(variable);
      default -> throw new NotUnderstood("unknown place " + access);
    };
  }

  private Place local(CtVariableAccess<?> access) {
    String name = access.getVariable().getSimpleName();
    return new Local(body.lookup(name, at(access)).orElseGet(() -> unknown(name, access)));
  }

  private Variable unknown(String name, CtExpression<?> access) {
    body.lowering.gap(at(access), "cannot resolve " + name);
    return body.constant(null, Expressions.type(access), at(access));
  }

  private Place element(CtArrayAccess<?, ?> access) {
    List<Variable> operands =
        to.expressions().operands(List.of(access.getTarget(), access.getIndexExpression()));
    Variable index = to.expressions().primitive(operands.getLast(), at(access));
    return new Element(operands.getFirst(), index, Expressions.type(access));
  }

  private Place field(CtFieldAccess<?> access) {
    CtFieldReference<?> reference = access.getVariable();
    if (reference.getDeclaringType() == null) {
      // In code that the parser could not resolve it takes a local for a field of nobody.
      String name = reference.getSimpleName();
      return new Local(body.lookup(name, at(access)).orElseGet(() -> unknown(name, access)));
    }
    String owner = Names.erased(reference.getDeclaringType());
    FieldRef field =
        body.lowering
            .types
            .field(owner, reference.getSimpleName())
            .orElseGet(() -> unresolved(owner, reference));
    return new Field(base(access, field), field, Expressions.type(access));
  }

  private static FieldRef unresolved(String owner, CtFieldReference<?> reference) {
    return new FieldRef(
        owner, reference.getSimpleName(), Names.erased(reference.getType()), reference.isStatic());
  }

  private @Nullable Variable base(CtFieldAccess<?> access, FieldRef field) {
    CtExpression<?> target = access.getTarget();
    if (field.isStatic()) {
      if (target != null
          && !(target instanceof CtTypeAccess)
          && !(target instanceof CtThisAccess)) {
        to.expressions().effect(target);
      }
      return null;
    }
    if (target == null || target.isImplicit() || target instanceof CtTypeAccess) {
      return body.receiver(field.owner(), at(access));
    }
    return to.expressions().value(target);
  }

  private Position at(CtExpression<?> expression) {
    return body.lowering.positions.of(expression);
  }
}

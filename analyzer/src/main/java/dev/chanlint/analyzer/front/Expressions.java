package dev.chanlint.analyzer.front;

import dev.chanlint.analyzer.front.Code.Draft;
import dev.chanlint.model.code.Instruction;
import dev.chanlint.model.code.Position;
import dev.chanlint.model.code.Variable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import spoon.reflect.code.BinaryOperatorKind;
import spoon.reflect.code.CtArrayRead;
import spoon.reflect.code.CtAssignment;
import spoon.reflect.code.CtBinaryOperator;
import spoon.reflect.code.CtConditional;
import spoon.reflect.code.CtConstructorCall;
import spoon.reflect.code.CtExecutableReferenceExpression;
import spoon.reflect.code.CtExpression;
import spoon.reflect.code.CtFieldRead;
import spoon.reflect.code.CtInvocation;
import spoon.reflect.code.CtLambda;
import spoon.reflect.code.CtLiteral;
import spoon.reflect.code.CtNewArray;
import spoon.reflect.code.CtPattern;
import spoon.reflect.code.CtSuperAccess;
import spoon.reflect.code.CtSwitchExpression;
import spoon.reflect.code.CtThisAccess;
import spoon.reflect.code.CtTypeAccess;
import spoon.reflect.code.CtUnaryOperator;
import spoon.reflect.code.CtVariableRead;
import spoon.reflect.reference.CtTypeReference;

/** Lowers expressions, in the order in which Java evaluates them. */
final class Expressions {

  private final Body body;
  private final Lowerings to;

  Expressions(Body body, Lowerings to) {
    this.body = body;
    this.to = to;
  }

  /** The value of an expression. */
  Variable value(CtExpression<?> expression) {
    return value(expression, null);
  }

  /** The value of an expression, converted to a type. */
  Variable converted(CtExpression<?> expression, String type) {
    return body.convert(value(expression), type, at(expression));
  }

  /** Puts the value of an expression in a variable, which nothing in it reads. */
  void into(Variable target, CtExpression<?> expression) {
    Variable value = value(expression, target);
    assign(target, value, at(expression));
  }

  /** Copies a value, converted where the types differ. */
  void assign(Variable target, Variable value, Position at) {
    if (value.equals(target)) {
      return;
    }
    boolean unboxed = Names.isPrimitive(target.type()) || !Names.isPrimitive(value.type());
    body.copy(target, unboxed ? value : body.convert(value, target.type(), at), at);
  }

  /** Does what an expression does, its value dropped. */
  void effect(CtExpression<?> expression) {
    switch (expression) {
      case CtInvocation<?> call -> to.calls().call(call, null, false);
      case CtAssignment<?, ?> assignment -> to.places().assign(assignment);
      case CtUnaryOperator<?> operator when Places.steps(operator) ->
          to.places().step(operator, false);
      case CtConditional<?> conditional ->
          fork(
              conditional,
              () -> effect(conditional.getThenExpression()),
              () -> effect(conditional.getElseExpression()));
      default -> value(expression);
    }
  }

  /**
   * The value of an expression.
   *
   * @param hint a variable to put it in where that spares a copy; nothing in the expression reads
   *     it
   */
  Variable value(CtExpression<?> expression, @Nullable Variable hint) {
    if (expression.getTypeCasts().isEmpty()) {
      return uncast(expression, hint);
    }
    Variable value = uncast(expression, null);
    for (CtTypeReference<?> cast : expression.getTypeCasts().reversed()) {
      value = cast(value, Names.erased(cast), at(expression));
    }
    return value;
  }

  private Variable cast(Variable value, String type, Position at) {
    if (value.type().equals(type)) {
      return value;
    }
    Variable target = body.temporary(type);
    body.copy(target, value, at);
    return target;
  }

  private Variable uncast(CtExpression<?> expression, @Nullable Variable hint) {
    Object constant = Constants.of(expression, body.lowering.types);
    if (constant != null) {
      return constant(constant, expression, hint);
    }
    return switch (expression) {
      case CtLiteral<?> literal -> constant(literal.getValue(), literal, hint);
      case CtFieldRead<?> read -> to.places().read(read, hint);
      case CtSuperAccess<?> access -> self(access);
      case CtVariableRead<?> read -> to.places().read(read, hint);
      case CtArrayRead<?> read -> to.places().read(read, hint);
      case CtThisAccess<?> access -> self(access);
      case CtInvocation<?> call -> to.calls().call(call, hint, true);
      case CtConstructorCall<?> call -> to.creations().object(call, hint);
      case CtNewArray<?> array -> to.creations().array(array, hint);
      case CtLambda<?> lambda -> to.closures().lambda(lambda, hint);
      case CtExecutableReferenceExpression<?, ?> reference ->
          to.closures().reference(reference, hint);
      case CtAssignment<?, ?> assignment -> to.places().assign(assignment);
      case CtUnaryOperator<?> operator -> unary(operator, hint);
      case CtBinaryOperator<?> operator -> binary(operator, hint);
      case CtConditional<?> conditional -> conditional(conditional, hint);
      case CtSwitchExpression<?, ?> choice -> to.switches().expression(choice, hint);
      case CtTypeAccess<?> access -> constant(null, access, hint);
      default -> throw new NotUnderstood("unknown expression " + expression);
    };
  }

  private Variable constant(
      @Nullable Object value, CtExpression<?> source, @Nullable Variable hint) {
    Variable target = target(value == null ? TypeTable.OBJECT : typeOf(value), hint);
    body.code.emit(new Instruction.Constant(target, value, at(source)));
    return target;
  }

  private static String typeOf(Object value) {
    return value instanceof String ? TypeTable.STRING : Names.unboxed(value.getClass().getName());
  }

  private Variable self(CtExpression<?> access) {
    Variable self = body.receiver(Names.erased(access.getType()), at(access));
    if (self == null) {
      throw new NotUnderstood("this in a static context");
    }
    return self;
  }

  // Operators

  private Variable unary(CtUnaryOperator<?> operator, @Nullable Variable hint) {
    if (Places.steps(operator)) {
      return to.places().step(operator, true);
    }
    String symbol =
        switch (operator.getKind()) {
          case NEG -> "-";
          case NOT -> "!";
          case COMPL -> "~";
          default -> "+";
        };
    Variable operand = primitive(value(operator.getOperand()), at(operator));
    return operation(symbol, List.of(operand), type(operator), hint, at(operator));
  }

  private Variable binary(CtBinaryOperator<?> operator, @Nullable Variable hint) {
    BinaryOperatorKind kind = operator.getKind();
    if (kind == BinaryOperatorKind.AND
        || kind == BinaryOperatorKind.OR
        || kind == BinaryOperatorKind.INSTANCEOF) {
      return materialized(operator, hint);
    }
    String type = type(operator);
    List<Variable> operands =
        operands(List.of(operator.getLeftHandOperand(), operator.getRightHandOperand()));
    if (isNumeric(kind, operands, type)) {
      operands = operands.stream().map(operand -> primitive(operand, at(operator))).toList();
    }
    return operation(symbol(kind), operands, type, hint, at(operator));
  }

  /** Whether an operator works on primitive values: not concatenation, nor identity. */
  private static boolean isNumeric(BinaryOperatorKind kind, List<Variable> operands, String type) {
    if (kind == BinaryOperatorKind.EQ || kind == BinaryOperatorKind.NE) {
      return operands.stream().anyMatch(operand -> Names.isPrimitive(operand.type()));
    }
    return !type.equals(TypeTable.STRING);
  }

  Variable primitive(Variable operand, Position at) {
    return body.convert(operand, Names.unboxed(operand.type()), at);
  }

  private Variable operation(
      String symbol, List<Variable> operands, String type, @Nullable Variable hint, Position at) {
    Variable target = target(type, hint);
    body.code.emit(new Instruction.Operator(target, symbol, operands, at));
    return target;
  }

  static String symbol(BinaryOperatorKind kind) {
    return switch (kind) {
      case OR -> "||";
      case AND -> "&&";
      case BITOR -> "|";
      case BITXOR -> "^";
      case BITAND -> "&";
      case EQ -> "==";
      case NE -> "!=";
      case LT -> "<";
      case GT -> ">";
      case LE -> "<=";
      case GE -> ">=";
      case SL -> "<<";
      case SR -> ">>";
      case USR -> ">>>";
      case PLUS -> "+";
      case MINUS -> "-";
      case MUL -> "*";
      case DIV -> "/";
      case MOD -> "%";
      case INSTANCEOF -> "instanceof";
    };
  }

  /** A condition as a value. */
  private Variable materialized(CtExpression<?> condition, @Nullable Variable hint) {
    Variable result = target("boolean", hint);
    Position at = at(condition);
    fork(
        condition,
        () -> body.code.emit(new Instruction.Constant(result, true, at)),
        () -> body.code.emit(new Instruction.Constant(result, false, at)));
    return result;
  }

  private Variable conditional(CtConditional<?> conditional, @Nullable Variable hint) {
    Variable result = target(type(conditional), hint);
    fork(
        conditional,
        () -> into(result, conditional.getThenExpression()),
        () -> into(result, conditional.getElseExpression()));
    return result;
  }

  private void fork(CtConditional<?> conditional, Runnable ifTrue, Runnable ifFalse) {
    fork(conditional.getCondition(), ifTrue, ifFalse);
  }

  /** Two ways from a condition that meet again. */
  private void fork(CtExpression<?> condition, Runnable ifTrue, Runnable ifFalse) {
    Draft then = new Draft();
    Draft otherwise = new Draft();
    Draft after = new Draft();
    branch(condition, then, otherwise);
    body.code.start(then);
    ifTrue.run();
    body.code.jump(after, at(condition));
    body.code.start(otherwise);
    ifFalse.run();
    body.code.jump(after, at(condition));
    body.code.start(after);
  }

  // Conditions

  /** Goes to one of two blocks, and leaves nothing behind. */
  void branch(CtExpression<?> condition, Draft ifTrue, Draft ifFalse) {
    Object constant = Constants.of(condition, body.lowering.types);
    switch (condition) {
      case CtExpression<?> _ when constant instanceof Boolean value ->
          body.code.jump(value ? ifTrue : ifFalse, at(condition));
      case CtBinaryOperator<?> operator when operator.getKind() == BinaryOperatorKind.AND -> {
        Draft second = new Draft();
        branch(operator.getLeftHandOperand(), second, ifFalse);
        body.code.start(second);
        branch(operator.getRightHandOperand(), ifTrue, ifFalse);
      }
      case CtBinaryOperator<?> operator when operator.getKind() == BinaryOperatorKind.OR -> {
        Draft second = new Draft();
        branch(operator.getLeftHandOperand(), ifTrue, second);
        body.code.start(second);
        branch(operator.getRightHandOperand(), ifTrue, ifFalse);
      }
      case CtBinaryOperator<?> operator when operator.getKind() == BinaryOperatorKind.INSTANCEOF ->
          typeTest(operator, ifTrue, ifFalse);
      case CtUnaryOperator<?> operator
          when operator.getKind() == spoon.reflect.code.UnaryOperatorKind.NOT ->
          branch(operator.getOperand(), ifFalse, ifTrue);
      default -> {
        Variable value = primitive(value(condition), at(condition));
        body.code.branch(value, ifTrue, ifFalse, at(condition));
      }
    }
  }

  private void typeTest(CtBinaryOperator<?> test, Draft ifTrue, Draft ifFalse) {
    Variable value = value(test.getLeftHandOperand());
    Position at = at(test);
    if (test.getRightHandOperand() instanceof CtPattern pattern) {
      to.patterns().match(value, pattern, ifFalse, at);
      body.code.jump(ifTrue, at);
    } else {
      CtTypeAccess<?> type = (CtTypeAccess<?>) test.getRightHandOperand();
      Variable result = to.patterns().test(value, Names.erased(type.getAccessedType()), at);
      body.code.branch(result, ifTrue, ifFalse, at);
    }
  }

  // Several values

  /** The values of several expressions, evaluated from left to right. */
  List<Variable> operands(List<? extends CtExpression<?>> expressions) {
    List<Variable> values = new ArrayList<>();
    for (int i = 0; i < expressions.size(); i++) {
      Variable value = value(expressions.get(i));
      values.add(
          keeps(value, expressions.subList(i + 1, expressions.size()))
              ? value
              : copied(value, at(expressions.get(i))));
    }
    return values;
  }

  /** Whether a variable still has its value after the expressions that are evaluated next. */
  boolean keeps(Variable value, List<? extends CtExpression<?>> later) {
    return value.isTemporary() || later.stream().noneMatch(Places::assigns);
  }

  Variable copied(Variable value, Position at) {
    Variable copy = body.temporary(value.type());
    body.copy(copy, value, at);
    return copy;
  }

  // Types and places

  Variable target(String type, @Nullable Variable hint) {
    return hint != null && hint.type().equals(type) ? hint : body.temporary(type);
  }

  static String type(CtExpression<?> expression) {
    return Names.erased(expression.getType());
  }

  Position at(CtExpression<?> expression) {
    return body.lowering.positions.of(expression);
  }
}

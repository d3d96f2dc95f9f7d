package dev.chanlint.analyzer.front;

import org.jspecify.annotations.Nullable;
import spoon.reflect.code.CtExpression;
import spoon.reflect.code.CtFieldRead;
import spoon.reflect.code.CtLiteral;
import spoon.reflect.code.CtUnaryOperator;
import spoon.reflect.code.UnaryOperatorKind;
import spoon.reflect.reference.CtFieldReference;

/** The values of constant expressions, as far as programs write them to be read. */
final class Constants {

  private Constants() {}

  /** The value of a constant expression; null for one that is not, and for {@code null}. */
  static @Nullable Object of(CtExpression<?> expression, TypeTable types) {
    if (!expression.getTypeCasts().isEmpty()) {
      return null;
    }
    return switch (expression) {
      case CtLiteral<?> literal -> literal.getValue();
      case CtFieldRead<?> read -> field(read.getVariable(), types);
      case CtUnaryOperator<?> operator ->
          apply(operator.getKind(), of(operator.getOperand(), types));
      default -> null;
    };
  }

  private static @Nullable Object field(CtFieldReference<?> field, TypeTable types) {
    if (field.getDeclaringType() == null || field.getSimpleName().equals("class")) {
      return null;
    }
    return types
        .field(Names.erased(field.getDeclaringType()), field.getSimpleName())
        .map(types::constant)
        .orElse(null);
  }

  private static @Nullable Object apply(UnaryOperatorKind operator, @Nullable Object operand) {
    return switch (operand) {
      case Integer value when operator == UnaryOperatorKind.NEG -> -value;
      case Long value when operator == UnaryOperatorKind.NEG -> -value;
      case Double value when operator == UnaryOperatorKind.NEG -> -value;
      case Float value when operator == UnaryOperatorKind.NEG -> -value;
      case Boolean value when operator == UnaryOperatorKind.NOT -> !value;
      case null, default -> null;
    };
  }
}

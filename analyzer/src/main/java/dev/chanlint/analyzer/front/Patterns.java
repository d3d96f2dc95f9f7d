package dev.chanlint.analyzer.front;

import dev.chanlint.analyzer.front.Code.Draft;
import dev.chanlint.model.code.Instruction;
import dev.chanlint.model.code.Instruction.Dispatch;
import dev.chanlint.model.code.MethodRef;
import dev.chanlint.model.code.Position;
import dev.chanlint.model.code.TypeDeclaration.Field;
import dev.chanlint.model.code.Variable;
import java.util.List;
import spoon.reflect.code.CtExpression;
import spoon.reflect.code.CtPattern;
import spoon.reflect.code.CtRecordPattern;
import spoon.reflect.code.CtTypePattern;
import spoon.reflect.code.CtUnnamedPattern;
import spoon.reflect.reference.CtTypeReference;

/** Lowers pattern matching to tests, casts and calls of accessors. */
final class Patterns {

  private final Body body;

  Patterns(Body body, Lowerings to) {
    this.body = body;
  }

  /** Goes on, with the pattern's variables bound, if a value matches; else to a block. */
  void match(Variable value, CtPattern pattern, Draft otherwise, Position at) {
    switch (pattern) {
      case CtTypePattern type -> {
        require(value, Names.erased(type.getVariable().getType()), otherwise, at);
        bind(value, type, at);
      }
      case CtRecordPattern record -> {
        require(value, type(record), otherwise, at);
        components(value, record, otherwise, at);
      }
      case CtUnnamedPattern _ -> {}
      default -> throw new NotUnderstood("unknown pattern " + pattern);
    }
  }

  /** Binds a pattern's variables without a test: the value is known to match. */
  void bind(Variable value, CtPattern pattern, Draft otherwise, Position at) {
    switch (pattern) {
      case CtTypePattern type -> bind(value, type, at);
      case CtRecordPattern record -> components(value, record, otherwise, at);
      default -> match(value, pattern, otherwise, at);
    }
  }

  /** Whether a value is of a type, as a variable. */
  Variable test(Variable value, String type, Position at) {
    Variable wanted = body.constant(new Instruction.ClassConstant(type), "java.lang.Class", at);
    Variable result = body.temporary("boolean");
    body.code.emit(new Instruction.Operator(result, "instanceof", List.of(value, wanted), at));
    return result;
  }

  private void require(Variable value, String type, Draft otherwise, Position at) {
    Draft matched = new Draft();
    body.code.branch(test(value, type, at), matched, otherwise, at);
    body.code.start(matched);
  }

  private void bind(Variable value, CtTypePattern pattern, Position at) {
    Variable bound =
        body.declare(
            pattern.getVariable().getSimpleName(), Names.erased(pattern.getVariable().getType()));
    body.copy(bound, value, at);
  }

  /** The record's type: the parser's own accessor gives the enclosing type of a nested record. */
  private static String type(CtRecordPattern pattern) {
    CtTypeReference<?> type = ((CtExpression<?>) pattern).getType();
    return Names.erased(type == null ? pattern.getRecordType() : type);
  }

  private void components(Variable value, CtRecordPattern pattern, Draft otherwise, Position at) {
    String type = type(pattern);
    Variable object = body.temporary(type);
    body.copy(object, value, at);
    List<Field> fields =
        body.lowering.types.find(type).stream()
            .flatMap(record -> record.declaration().fields().stream())
            .filter(field -> !field.ref().isStatic())
            .toList();
    List<CtPattern> patterns = pattern.getPatternList();
    if (fields.size() != patterns.size()) {
      body.lowering.gap(at, "cannot resolve record " + Names.simple(type));
      patterns.forEach(unknown -> bindUnknown(unknown, at));
      return;
    }
    for (int i = 0; i < patterns.size(); i++) {
      component(object, fields.get(i), patterns.get(i), otherwise, at);
    }
  }

  /** Binds the variables of a pattern to values of which nothing is known. */
  private void bindUnknown(CtPattern pattern, Position at) {
    switch (pattern) {
      case CtTypePattern type -> {
        String name = type.getVariable().getSimpleName();
        Variable bound = body.declare(name, Names.erased(type.getVariable().getType()));
        body.code.emit(new Instruction.Constant(bound, null, at));
      }
      case CtRecordPattern record ->
          record.getPatternList().forEach(nested -> bindUnknown(nested, at));
      default -> {}
    }
  }

  private void component(
      Variable object, Field field, CtPattern pattern, Draft otherwise, Position at) {
    String type = field.ref().type();
    MethodRef accessor = new MethodRef(object.type(), field.ref().name(), List.of(), type, false);
    Variable value = body.temporary(type);
    body.code.emit(
        new Instruction.Call(
            value, accessor, object, List.of(), Dispatch.VIRTUAL, object.type(), true, true, at));
    if (pattern instanceof CtTypePattern typed && isTotal(typed, type)) {
      bind(value, typed, at);
    } else {
      match(value, pattern, otherwise, at);
    }
  }

  private boolean isTotal(CtTypePattern pattern, String type) {
    String wanted = Names.erased(pattern.getVariable().getType());
    return Names.isPrimitive(type) || body.lowering.types.isSubtype(type, wanted);
  }
}

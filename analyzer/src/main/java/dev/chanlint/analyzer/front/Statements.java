package dev.chanlint.analyzer.front;

import dev.chanlint.analyzer.front.Code.Draft;
import dev.chanlint.analyzer.front.Exits.Target;
import dev.chanlint.model.code.Instruction;
import dev.chanlint.model.code.MethodRef;
import dev.chanlint.model.code.Position;
import dev.chanlint.model.code.Variable;
import java.util.List;
import spoon.reflect.code.CtAssert;
import spoon.reflect.code.CtBlock;
import spoon.reflect.code.CtBreak;
import spoon.reflect.code.CtCase;
import spoon.reflect.code.CtComment;
import spoon.reflect.code.CtContinue;
import spoon.reflect.code.CtDo;
import spoon.reflect.code.CtExpression;
import spoon.reflect.code.CtFor;
import spoon.reflect.code.CtForEach;
import spoon.reflect.code.CtIf;
import spoon.reflect.code.CtLocalVariable;
import spoon.reflect.code.CtReturn;
import spoon.reflect.code.CtStatement;
import spoon.reflect.code.CtStatementList;
import spoon.reflect.code.CtSwitch;
import spoon.reflect.code.CtSynchronized;
import spoon.reflect.code.CtThrow;
import spoon.reflect.code.CtTry;
import spoon.reflect.code.CtWhile;
import spoon.reflect.code.CtYieldStatement;
import spoon.reflect.declaration.CtType;

/** Lowers statements. */
final class Statements {

  private static final String ASSERTION_ERROR = "java.lang.AssertionError";

  private final Body body;
  private final Lowerings to;

  Statements(Body body, Lowerings to) {
    this.body = body;
    this.to = to;
  }

  /** A block, in a scope of its own. */
  void block(CtStatementList block) {
    body.scoped(() -> block.getStatements().forEach(this::lower));
  }

  /** A statement that is the whole body of another, in a scope of its own. */
  void nested(CtStatement statement) {
    if (statement != null) {
      body.scoped(() -> lower(statement));
    }
  }

  void lower(CtStatement statement) {
    String label = statement.getLabel();
    if (label == null || isBreakable(statement)) {
      unlabelled(statement);
      return;
    }
    Draft after = new Draft();
    body.exits.within(
        new Target(label, Target.Kind.LABELLED, after, null, null), () -> unlabelled(statement));
    body.code.jump(after, at(statement));
    body.code.start(after);
  }

  private static boolean isBreakable(CtStatement statement) {
    return statement instanceof CtWhile
        || statement instanceof CtDo
        || statement instanceof CtFor
        || statement instanceof CtForEach
        || statement instanceof CtSwitch;
  }

  private void unlabelled(CtStatement statement) {
    switch (statement) {
      case CtBlock<?> block -> block(block);
      case CtLocalVariable<?> variable -> local(variable);
      case CtIf choice -> choice(choice);
      case CtWhile loop -> to.loops().lower(loop);
      case CtDo loop -> to.loops().lower(loop);
      case CtFor loop -> to.loops().lower(loop);
      case CtForEach loop -> to.loops().lower(loop);
      case CtSwitch<?> choice -> to.switches().statement(choice);
      case CtTry attempt -> to.tries().lower(attempt);
      case CtSynchronized block -> to.tries().lower(block);
      case CtReturn<?> back -> giveBack(back);
      case CtThrow raise ->
          body.raise(to.expressions().value(raise.getThrownExpression()), at(raise));
      case CtBreak leave -> body.exits.leave(leave.getTargetLabel(), at(leave));
      case CtContinue next -> body.exits.next(next.getTargetLabel(), at(next));
      case CtYieldStatement yielded -> yielded(yielded);
      case CtAssert<?> assertion -> assertion(assertion);
      case CtType<?> type -> localType(type);
      case CtExpression<?> expression -> to.expressions().effect(expression);
      case CtComment _ -> {}
      case CtStatementList list -> list.getStatements().forEach(this::lower);
      default -> throw new NotUnderstood("unknown statement " + statement);
    }
  }

  private void local(CtLocalVariable<?> source) {
    String type = Names.erased(source.getType());
    if (source.getDefaultExpression() == null) {
      body.declare(source.getSimpleName(), type);
      return;
    }
    Variable target = body.fresh(source.getSimpleName(), type);
    to.expressions().into(target, source.getDefaultExpression());
    body.bind(target);
  }

  private void localType(CtType<?> type) {
    body.lowering.localClasses.declare(type, body);
    new Members(body.lowering).lower(type);
  }

  private void choice(CtIf choice) {
    Draft then = new Draft();
    Draft otherwise = new Draft();
    Draft after = new Draft();
    to.expressions().branch(choice.getCondition(), then, otherwise);
    body.code.start(then);
    nested(choice.getThenStatement());
    body.code.jump(after, at(choice));
    body.code.start(otherwise);
    nested(choice.getElseStatement());
    body.code.jump(after, at(choice));
    body.code.start(after);
  }

  private void giveBack(CtReturn<?> back) {
    if (back.getReturnedExpression() == null) {
      body.exits.giveBack(null, at(back));
    } else {
      Variable value = to.expressions().converted(back.getReturnedExpression(), body.result);
      boolean safe = value.isTemporary() || !body.exits.hasCleanup();
      body.exits.giveBack(safe ? value : to.expressions().copied(value, at(back)), at(back));
    }
  }

  /** A lambda's body that is an expression. */
  void result(CtExpression<?> expression) {
    Position at = to.expressions().at(expression);
    if (body.result.equals("void")) {
      to.expressions().effect(expression);
      body.exits.giveBack(null, at);
    } else {
      body.exits.giveBack(to.expressions().converted(expression, body.result), at);
    }
  }

  private void yielded(CtYieldStatement yield) {
    if (isArrowOfStatement(yield)) {
      to.expressions().effect(yield.getExpression());
      return;
    }
    Variable result = body.exits.yielding();
    to.expressions().into(result, yield.getExpression());
    body.exits.yield(at(yield));
  }

  /** The parser makes a yield of an expression after an arrow in a switch statement too. */
  private static boolean isArrowOfStatement(CtYieldStatement yield) {
    return yield.isImplicit()
        && yield.getParent() instanceof CtCase<?> branch
        && branch.getParent() instanceof CtSwitch;
  }

  private void assertion(CtAssert<?> assertion) {
    Draft holds = new Draft();
    Draft fails = new Draft();
    Position at = at(assertion);
    to.expressions().branch(assertion.getAssertExpression(), holds, fails);
    body.code.start(fails);
    List<CtExpression<?>> message =
        assertion.getExpression() == null ? List.of() : List.of(assertion.getExpression());
    List<String> parameters = message.stream().map(_ -> TypeTable.OBJECT).toList();
    Variable error = body.temporary(ASSERTION_ERROR);
    body.code.emit(new Instruction.New(error, ASSERTION_ERROR, at));
    MethodRef constructor =
        new MethodRef(ASSERTION_ERROR, MethodRef.CONSTRUCTOR, parameters, "void", false);
    to.calls()
        .construct(
            error,
            new Calls.Callee(constructor, true, false),
            to.calls().arguments(message, parameters, at),
            at);
    body.raise(error, at);
    body.code.start(holds);
  }

  private Position at(CtStatement statement) {
    return body.lowering.positions.of(statement);
  }
}

package dev.chanlint.analyzer.front;

import dev.chanlint.analyzer.front.Code.Draft;
import dev.chanlint.analyzer.front.Exits.Target;
import dev.chanlint.model.code.Instruction;
import dev.chanlint.model.code.Position;
import dev.chanlint.model.code.Variable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import spoon.reflect.code.CaseKind;
import spoon.reflect.code.CtAbstractSwitch;
import spoon.reflect.code.CtCase;
import spoon.reflect.code.CtCasePattern;
import spoon.reflect.code.CtExpression;
import spoon.reflect.code.CtLiteral;
import spoon.reflect.code.CtSwitch;
import spoon.reflect.code.CtSwitchExpression;

/**
 * Lowers switch statements and expressions, of constants and of patterns, to tests of one case
 * after the other.
 */
final class Switches {

  private final Body body;
  private final Lowerings to;

  Switches(Body body, Lowerings to) {
    this.body = body;
    this.to = to;
  }

  void statement(CtSwitch<?> source) {
    Draft after = new Draft();
    lower(source, new Target(source.getLabel(), Target.Kind.SWITCH, after, null, null));
  }

  Variable expression(CtSwitchExpression<?, ?> source, @Nullable Variable hint) {
    Variable result = to.expressions().target(Expressions.type(source), hint);
    Draft after = new Draft();
    lower(source, new Target(null, Target.Kind.SWITCH_EXPRESSION, after, null, result));
    return result;
  }

  private void lower(CtAbstractSwitch<?> source, Target target) {
    Variable selector = to.expressions().value(source.getSelector());
    List<CtCase<?>> cases = new ArrayList<>(source.getCases());
    cases.forEach(Guards::settle);
    List<Draft> bodies = cases.stream().map(_ -> new Draft()).toList();
    Position at =
        body.lowering.positions.ofHeader(
            source, source.getSelector(), cases.isEmpty() ? null : cases.getFirst());
    Variable value =
        cases.stream().anyMatch(Switches::isPattern)
            ? selector
            : to.expressions().primitive(selector, at);
    body.scoped(() -> body.exits.within(target, () -> chain(value, cases, bodies, target, at)));
    body.code.jump(target.onBreak(), at);
    body.code.start(target.onBreak());
  }

  private static boolean isPattern(CtCase<?> branch) {
    return branch.getGuard() != null
        || branch.getCaseExpressions().stream()
            .anyMatch(
                label ->
                    label instanceof CtCasePattern
                        || label instanceof CtLiteral<?> literal && literal.getValue() == null);
  }

  private static boolean isDefault(CtCase<?> branch) {
    return branch.getCaseExpressions().isEmpty() || branch.getIncludesDefault();
  }

  /**
   * Where to if no case matches. A switch expression without default has a case for every value:
   * the last stands for what is left.
   */
  private static Draft otherwise(List<CtCase<?>> cases, List<Draft> bodies, Target target) {
    for (int i = 0; i < cases.size(); i++) {
      if (isDefault(cases.get(i))) {
        return bodies.get(i);
      }
    }
    return target.result() == null || bodies.isEmpty() ? target.onBreak() : bodies.getLast();
  }

  /** Leaves one case's body, for the end or, without an arrow, for the next body. */
  private void follow(
      List<CtCase<?>> cases, List<Draft> bodies, int next, Target target, Position at) {
    boolean falls =
        next > 0 && next < cases.size() && cases.get(next - 1).getCaseKind() != CaseKind.ARROW;
    body.code.jump(falls ? bodies.get(next) : target.onBreak(), at);
  }

  private void statements(CtCase<?> branch) {
    if (branch.getCaseKind() == CaseKind.ARROW) {
      to.statements().block(branch);
    } else {
      branch.getStatements().forEach(to.statements()::lower);
    }
  }

  /** Tests one case after the other, labels in order; a body without an arrow falls through. */
  private void chain(
      Variable selector, List<CtCase<?>> cases, List<Draft> bodies, Target target, Position at) {
    Draft otherwise = otherwise(cases, bodies, target);
    boolean exhaustive =
        !cases.isEmpty() && otherwise == bodies.getLast() && !isDefault(cases.getLast());
    Draft test = new Draft();
    body.code.jump(test, at);
    for (int i = 0; i < cases.size(); i++) {
      CtCase<?> branch = cases.get(i);
      Draft next = new Draft();
      follow(cases, bodies, i, target, at);
      boolean certain = exhaustive && i == cases.size() - 1;
      Draft here = test;
      Draft inside = bodies.get(i);
      inScopeOf(
          branch,
          () -> {
            body.code.start(here);
            tests(selector, branch, inside, next, certain);
            body.code.start(inside);
            statements(branch);
          });
      test = next;
    }
    follow(cases, bodies, cases.size(), target, at);
    body.code.start(test);
    if (exhaustive) {
      noMatch(at);
    } else {
      body.code.jump(otherwise, at);
    }
  }

  /** With arrows each case is a scope of its own; without, all cases are one. */
  private void inScopeOf(CtCase<?> branch, Runnable lowering) {
    if (branch.getCaseKind() == CaseKind.ARROW) {
      body.scoped(lowering);
    } else {
      lowering.run();
    }
  }

  private void noMatch(Position at) {
    Variable exception = body.temporary("java.lang.MatchException");
    body.code.emit(new Instruction.New(exception, exception.type(), at));
    body.raise(exception, at);
  }

  private void tests(
      Variable selector, CtCase<?> branch, Draft matched, Draft unmatched, boolean certain) {
    List<? extends CtExpression<?>> labels = branch.getCaseExpressions();
    for (int i = 0; i < labels.size(); i++) {
      Draft next = new Draft();
      test(selector, labels.get(i), next, certain && i == labels.size() - 1);
      if (branch.getGuard() == null) {
        body.code.jump(matched, at(branch));
      } else {
        to.expressions().branch(branch.getGuard(), matched, next);
      }
      body.code.start(next);
    }
    body.code.jump(unmatched, at(branch));
  }

  /** Goes on if a label matches; {@code certain} if no other value is left. */
  private void test(Variable selector, CtExpression<?> label, Draft otherwise, boolean certain) {
    Position at = to.expressions().at(label);
    switch (label) {
      case CtCasePattern pattern when certain ->
          to.patterns().bind(selector, pattern.getPattern(), otherwise, at);
      case CtCasePattern pattern ->
          to.patterns().match(selector, pattern.getPattern(), otherwise, at);
      case CtExpression<?> constant when !certain -> {
        Variable wanted = to.expressions().value(constant);
        Variable equal = body.temporary("boolean");
        Draft matched = new Draft();
        body.code.emit(new Instruction.Operator(equal, "==", List.of(selector, wanted), at));
        body.code.branch(equal, matched, otherwise, at);
        body.code.start(matched);
      }
      default -> {}
    }
  }

  private Position at(CtCase<?> branch) {
    return body.lowering.positions.firstLine(branch);
  }
}

package dev.chanlint.analyzer.front;

import spoon.reflect.code.CtCase;
import spoon.reflect.code.CtCasePattern;
import spoon.reflect.code.CtExpression;
import spoon.reflect.code.CtStatement;
import spoon.reflect.cu.SourcePosition;

/**
 * Puts guards where they belong. Spoon 11 takes one that could also be a statement, as a call or
 * {@code !} before one, for the first statement of its case.
 */
final class Guards {

  private Guards() {}

  static void settle(CtCase<?> branch) {
    if (hasPattern(branch)
        && branch.getGuard() == null
        && !branch.getStatements().isEmpty()
        && branch.getStatements().getFirst() instanceof CtExpression<?> first
        && standsBeforeTheBody(first, branch)) {
      branch.removeStatement((CtStatement) first);
      branch.setGuard(first);
    }
  }

  /** Only patterns are guarded. */
  private static boolean hasPattern(CtCase<?> branch) {
    return branch.getCaseExpressions().stream().anyMatch(CtCasePattern.class::isInstance);
  }

  /** Whether neither an arrow nor a colon comes before it. */
  private static boolean standsBeforeTheBody(CtExpression<?> first, CtCase<?> branch) {
    SourcePosition from = branch.getPosition();
    SourcePosition to = first.getPosition();
    if (!from.isValidPosition() || !to.isValidPosition()) {
      return false;
    }
    String before =
        from.getCompilationUnit()
            .getOriginalSourceCode()
            .substring(from.getSourceStart(), to.getSourceStart());
    return !before.contains("->") && !before.contains(":");
  }
}

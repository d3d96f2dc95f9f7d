package dev.chanlint.analyzer.project;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds what would keep a compiler busy for hours: the time that resolving a closure takes doubles
 * with each one around it, and that for whatever else nests grows with the square or the cube of
 * its depth. Nobody writes such code by hand.
 */
final class Nesting extends TreeScanner<@Nullable Void, @Nullable Void> {

  /** At each of these limits, parsing and compiling take one to five seconds. */
  private static final int MOST_CLOSURES = 14;

  private static final int MOST_TYPE_ARGUMENTS = 100;
  private static final int MOST_NAMES = 100;
  private static final int MOST_CLASSES = 100;
  private static final int DEEPEST = 10_000;

  private int closures;
  private int typeArguments;
  private int names;
  private int classes;
  private int depth;
  private @Nullable Excess excess;

  private Nesting() {}

  /**
   * What nests too deeply.
   *
   * @param tree where
   * @param what it and how deep it may be
   */
  record Excess(Tree tree, String what) {}

  /** What nests too deeply in a file, if anything does. */
  static Optional<Excess> excess(CompilationUnitTree unit) {
    Nesting nesting = new Nesting();
    nesting.scan(unit, null);
    return Optional.ofNullable(nesting.excess);
  }

  private void limit(int actual, int most, Tree tree, String what) {
    if (actual > most && excess == null) {
      excess = new Excess(tree, what + " nest more than " + most + " deep");
    }
  }

  /** Once something is found, nothing more is looked at. */
  @Override
  public @Nullable Void scan(@Nullable Tree tree, @Nullable Void none) {
    if (tree != null && excess == null) {
      limit(++depth, DEEPEST, tree, "expressions and statements");
      super.scan(tree, none);
      depth--;
    }
    return null;
  }

  @Override
  public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void none) {
    limit(++closures, MOST_CLOSURES, tree, "lambda expressions");
    super.visitLambdaExpression(tree, none);
    closures--;
    return null;
  }

  @Override
  public @Nullable Void visitParameterizedType(ParameterizedTypeTree tree, @Nullable Void none) {
    limit(++typeArguments, MOST_TYPE_ARGUMENTS, tree, "type arguments");
    super.visitParameterizedType(tree, none);
    typeArguments--;
    return null;
  }

  @Override
  public @Nullable Void visitClass(ClassTree tree, @Nullable Void none) {
    limit(++classes, MOST_CLASSES, tree, "classes");
    super.visitClass(tree, none);
    classes--;
    return null;
  }

  @Override
  public @Nullable Void visitMemberSelect(MemberSelectTree tree, @Nullable Void none) {
    limit(++names, MOST_NAMES, tree, "qualified names");
    super.visitMemberSelect(tree, none);
    names--;
    return null;
  }

  /** A chain of calls is no name. */
  @Override
  public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void none) {
    int outer = names;
    names = 0;
    super.visitMethodInvocation(tree, none);
    names = outer;
    return null;
  }
}

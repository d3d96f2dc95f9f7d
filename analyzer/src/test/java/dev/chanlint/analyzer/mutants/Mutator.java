package dev.chanlint.analyzer.mutants;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Takes synchronisations out of a program, one at a time. */
final class Mutator extends TreePathScanner<@Nullable Void, @Nullable Void> {

  private static final String RUNTIME = "dev.chanlint.runtime.";
  private static final Set<String> LOCKING =
      Set.of("lock", "rLock", "tryLock", "lockInterruptibly", "writeLock", "readLock");
  private static final Set<String> UNLOCKING =
      Set.of("unlock", "rUnlock", "unlockWrite", "unlockRead");

  private final Path file;
  private final String text;
  private final String mainClass;
  private final CompilationUnitTree unit;
  private final Trees trees;
  private final SourcePositions positions;
  private final List<Mutant> mutants = new ArrayList<>();
  private final Map<Lock, List<Cut>> locks = new LinkedHashMap<>();

  private Mutator(Path file, String text, CompilationUnitTree unit, Trees trees) {
    this.file = file;
    this.text = text;
    this.unit = unit;
    this.trees = trees;
    this.positions = trees.getSourcePositions();
    String simple = file.getFileName().toString().replace(".java", "");
    this.mainClass = unit.getPackageName() == null ? simple : unit.getPackageName() + "." + simple;
  }

  /** Text that makes way for another; the lines stay as they are. */
  private record Cut(int begin, int end, String replacement) {}

  /** A lock in a method, by the text that names it. */
  private record Lock(Tree method, String name) {}

  /** All mutants of programs, which compile against the given class path, in source order. */
  static List<Mutant> of(List<Path> files, String classPath) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<Mutant> mutants = new ArrayList<>();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  manager,
                  null,
                  List.of("-proc:none", "-cp", classPath),
                  null,
                  manager.getJavaFileObjectsFromPaths(files));
      List<CompilationUnitTree> units = new ArrayList<>();
      task.parse().forEach(units::add);
      task.analyze();
      for (CompilationUnitTree unit : units) {
        mutants.addAll(of(unit, Trees.instance(task)));
      }
    }
    return mutants;
  }

  private static List<Mutant> of(CompilationUnitTree unit, Trees trees) throws IOException {
    Path file = Path.of(unit.getSourceFile().toUri());
    Mutator mutator = new Mutator(file, Files.readString(file), unit, trees);
    mutator.scan(unit, null);
    mutator.addLocks();
    return mutator.mutants;
  }

  @Override
  public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void none) {
    Element called = trees.getElement(getCurrentPath());
    if (called instanceof ExecutableElement method
        && method.getEnclosingElement() instanceof TypeElement owner) {
      mutate(call, owner.getQualifiedName().toString(), method.getSimpleName().toString());
    }
    return super.visitMethodInvocation(call, none);
  }

  private void mutate(MethodInvocationTree call, String owner, String name) {
    boolean ours = owner.startsWith(RUNTIME);
    boolean synchronising = ours || owner.startsWith("java.util.concurrent.");
    if (synchronising && (LOCKING.contains(name) || UNLOCKING.contains(name))) {
      addToLock(call);
    } else if (owner.equals(RUNTIME + "Chan") && name.equals("make")) {
      shrink(call);
    } else if (owner.equals(RUNTIME + "Select") && name.equals("select")) {
      dropCases(call);
    } else {
      Operator operator = removing(owner, name, synchronising);
      if (operator != null) {
        removal(call).ifPresent(cut -> add(operator, List.of(cut)));
      }
    }
  }

  private static @Nullable Operator removing(String owner, String name, boolean synchronising) {
    return switch (name) {
      case "close" -> owner.startsWith(RUNTIME) ? Operator.CLOSE : null;
      case "done", "countDown", "release" -> synchronising ? Operator.DONE : null;
      case "await", "acquire" -> synchronising ? Operator.AWAIT : null;
      case "join" -> owner.equals("java.lang.Thread") ? Operator.AWAIT : null;
      case "cancel" -> owner.startsWith(RUNTIME) ? Operator.CANCEL : null;
      case "signal", "signalAll", "broadcast" -> synchronising ? Operator.SIGNAL : null;
      case "notify", "notifyAll" -> Operator.SIGNAL;
      default -> null;
    };
  }

  private void addToLock(MethodInvocationTree call) {
    if (call.getMethodSelect() instanceof MemberSelectTree select) {
      Lock lock = new Lock(enclosingMethod(), select.getExpression().toString());
      removal(call).ifPresent(cut -> locks.computeIfAbsent(lock, l -> new ArrayList<>()).add(cut));
    }
  }

  private Tree enclosingMethod() {
    TreePath path = getCurrentPath();
    while (!(path.getLeaf() instanceof MethodTree)
        && path.getParentPath().getParentPath() != null) {
      path = path.getParentPath();
    }
    return path.getLeaf();
  }

  private void addLocks() {
    for (List<Cut> cuts : locks.values()) {
      List<Cut> unlocking = cuts.stream().filter(this::isUnlocking).toList();
      if (!unlocking.isEmpty()) {
        add(Operator.UNLOCK, unlocking);
        if (unlocking.size() < cuts.size()) {
          add(Operator.LOCK_PAIR, cuts);
        }
      }
    }
  }

  private boolean isUnlocking(Cut cut) {
    String call = text.substring(cut.begin(), cut.end());
    return UNLOCKING.stream().anyMatch(name -> call.contains("." + name + "("));
  }

  /** The call as a statement or a lambda's body; what has a use for its result stays. */
  private Optional<Cut> removal(MethodInvocationTree call) {
    Tree parent = getCurrentPath().getParentPath().getLeaf();
    if (parent.getKind() == Tree.Kind.EXPRESSION_STATEMENT) {
      return Optional.of(cut(parent, ";"));
    }
    if (parent instanceof LambdaExpressionTree lambda && lambda.getBody() == call) {
      return Optional.of(cut(call, "{}"));
    }
    return Optional.empty();
  }

  private void shrink(MethodInvocationTree call) {
    for (ExpressionTree argument : call.getArguments()) {
      if (argument instanceof LiteralTree literal
          && literal.getValue() instanceof Integer slots
          && slots > 0) {
        add(Operator.BUFFER_SLOT, List.of(cut(argument, String.valueOf(slots - 1))));
      }
    }
  }

  private void dropCases(MethodInvocationTree call) {
    List<? extends ExpressionTree> cases = call.getArguments();
    for (int i = 0; cases.size() > 1 && i < cases.size(); i++) {
      int begin = i == 0 ? begin(cases.get(0)) : end(cases.get(i - 1));
      int end = i == 0 ? begin(cases.get(1)) : end(cases.get(i));
      add(Operator.SELECT_CASE, List.of(new Cut(begin, end, "")));
    }
  }

  @Override
  public @Nullable Void visitSynchronized(SynchronizedTree tree, @Nullable Void none) {
    BlockTree block = tree.getBlock();
    add(Operator.MONITOR, List.of(new Cut(begin(tree), begin(block), "")));
    return super.visitSynchronized(tree, none);
  }

  @Override
  public @Nullable Void visitMethod(MethodTree method, @Nullable Void none) {
    dropModifier(method.getModifiers(), "synchronized", Operator.MONITOR);
    return super.visitMethod(method, none);
  }

  @Override
  public @Nullable Void visitVariable(VariableTree variable, @Nullable Void none) {
    dropModifier(variable.getModifiers(), "volatile", Operator.VOLATILE);
    return super.visitVariable(variable, none);
  }

  private void dropModifier(ModifiersTree modifiers, String word, Operator operator) {
    int begin = begin(modifiers);
    int end = end(modifiers);
    // What the compiler adds to a class has no end, and a variable may have no modifiers.
    int at = end > begin ? text.substring(begin, end).indexOf(word) : -1;
    if (at >= 0) {
      add(operator, List.of(new Cut(begin + at, begin + at + word.length(), "")));
    }
  }

  private int begin(Tree tree) {
    return (int) positions.getStartPosition(unit, tree);
  }

  private int end(Tree tree) {
    return (int) positions.getEndPosition(unit, tree);
  }

  private Cut cut(Tree tree, String replacement) {
    return new Cut(begin(tree), end(tree), replacement);
  }

  private void add(Operator operator, List<Cut> cuts) {
    StringBuilder mutated = new StringBuilder(text);
    cuts.stream()
        .sorted((one, other) -> Integer.compare(other.begin(), one.begin()))
        .forEach(
            cut ->
                mutated.replace(
                    cut.begin(),
                    cut.end(),
                    cut.replacement() + lineBreaks(text.substring(cut.begin(), cut.end()))));
    Cut first = cuts.getFirst();
    String removed = text.substring(first.begin(), first.end()).strip().replaceAll("\\s+", " ");
    long line = unit.getLineMap().getLineNumber(first.begin());
    mutants.add(new Mutant(file, operator, line, removed, mainClass, mutated.toString()));
  }

  private static String lineBreaks(String removed) {
    return "\n".repeat((int) removed.chars().filter(c -> c == '\n').count());
  }
}

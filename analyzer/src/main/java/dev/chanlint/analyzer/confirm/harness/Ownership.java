package dev.chanlint.analyzer.confirm.harness;

import dev.chanlint.model.code.Function;
import dev.chanlint.model.code.Instruction;
import dev.chanlint.model.code.Instruction.StoreField;
import dev.chanlint.model.code.Position;
import dev.chanlint.model.code.Program;
import dev.chanlint.rules.Category;
import dev.chanlint.rules.Finding;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether a call of a function is a world of its own: what the finding is about is made in it and
 * does not get out of it. Else what a harness leaves undone, such as to receive from a channel that
 * is returned, would look like the function's mistake.
 *
 * @param program the code
 */
record Ownership(Program program) {

  private static final String MADE = "made here";
  private static final String RUNTIME = "dev.chanlint.runtime.";
  private static final String CONCURRENT = "java.util.concurrent.";
  private static final Set<String> NO_CALLERS_DOING =
      Set.of(
          "close-before-send",
          "close-nil",
          "close-twice",
          "deadlock-double-lock",
          "deadlock-lock-order",
          "deadlock-missing-unlock",
          "deadlock-recursive-read-lock",
          "leak-endless",
          "misuse-ignored-close");
  private static final Set<Function.Kind> IN_A_CALL =
      Set.of(Function.Kind.METHOD, Function.Kind.LAMBDA, Function.Kind.METHOD_REFERENCE);

  /**
   * Whether the finding is about what no caller has a hand in, whoever made what it is about:
   * unordered accesses, locks that goroutines hold themselves, loops without a way out, the use of
   * channels after they were closed.
   *
   * @param category the category of its rule
   */
  static boolean isOwnDoing(Finding finding, Category category) {
    return category == Category.RACE || NO_CALLERS_DOING.contains(finding.rule());
  }

  /**
   * Whether it is.
   *
   * @param function the function that is called
   * @param reached the functions that its calls reach
   */
  boolean holds(Function function, Set<String> reached, Finding finding) {
    List<Function> running =
        reached.stream()
            .map(program.functions()::get)
            .filter(Objects::nonNull)
            .filter(one -> IN_A_CALL.contains(one.kind()))
            .toList();
    List<Position> made =
        finding.related().stream()
            .filter(related -> related.message().endsWith(MADE))
            .map(Finding.Related::at)
            .toList();
    return !made.isEmpty()
        && made.stream().allMatch(at -> running.stream().anyMatch(one -> isIn(at, one)))
        && staysInside(function.method().result())
        && running.stream().flatMap(Ownership::instructions).noneMatch(Ownership::letsOut);
  }

  private static boolean isIn(Position at, Function function) {
    return instructions(function)
        .map(Instruction::at)
        .anyMatch(one -> one.file().equals(at.file()) && one.line() == at.line());
  }

  private static Stream<Instruction> instructions(Function function) {
    return function.blocks().stream().flatMap(block -> block.instructions().stream());
  }

  /** What is kept in a field may be meant to be used, closed or received from later. */
  private static boolean letsOut(Instruction instruction) {
    return instruction instanceof StoreField store
        && (store.value().type().startsWith(RUNTIME)
            || store.value().type().startsWith(CONCURRENT));
  }

  /** A result of another type may hold anything. */
  private static boolean staysInside(String type) {
    return !type.contains(".")
        || type.startsWith("java.lang.")
            && !type.equals("java.lang.Object")
            && !type.equals("java.lang.Thread")
            && !type.equals("java.lang.Runnable")
            && !type.equals("java.lang.Iterable");
  }
}

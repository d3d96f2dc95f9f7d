package dev.chanlint.analyzer.front;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chanlint.model.code.Function;
import dev.chanlint.model.code.Instruction;
import dev.chanlint.model.code.Position;
import dev.chanlint.model.code.Program;
import dev.chanlint.model.code.Program.Suppression;
import dev.chanlint.model.code.Terminator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Positions are 1-based, exact, and on the line that the compiler's line table gives. */
class PositionsTest {

  private static final String SOURCE =
      """
      import dev.chanlint.runtime.Chan;
      import java.util.List;

      class P {
        Object shared;

        void m(Chan<String> ch, List<String> list) throws Exception {
      \t  ch.send("a");
          list.stream()
              .map(
                  s ->
                      s.trim())
              .toList();
          for (String each : ch) {
            list.add(each);
          }
          for (String late :
              ch) {
            list.add(late);
          }
          synchronized (list) {
            shared = "x";
          }
          try (ch) {
            list.clear();
          }
          new Thread(
              () -> list.clear());
        }
      }
      """;

  @TempDir Path folder;

  private List<String> regions(Program program, Predicate<Object> wanted) {
    return program.functions().values().stream()
        .filter(function -> function.id().startsWith("P#m("))
        .sorted((a, b) -> a.id().length() - b.id().length())
        .flatMap(function -> function.blocks().stream())
        .flatMap(
            block ->
                java.util.stream.Stream.concat(
                    block.instructions().stream().filter(wanted).map(Instruction::at),
                    java.util.stream.Stream.of(block.terminator())
                        .filter(wanted)
                        .map(Terminator::at)))
        .map(at -> at.line() + " " + text(at))
        .distinct()
        .toList();
  }

  private static String text(Position at) {
    List<String> lines = SOURCE.lines().toList();
    assertThat(at.file()).isEqualTo("P.java");
    assertThat(at.endLine()).isEqualTo(at.line());
    return lines.get(at.line() - 1).substring(at.column() - 1, at.endColumn() - 1);
  }

  @Test
  void ofOperations() throws IOException {
    Program program = Sources.program(folder, "P.java", SOURCE);
    assertThat(regions(program, Instruction.Call.class::isInstance))
        .containsExactly(
            "8 ch.send(\"a\")",
            "9 list.stream()",
            "10 map(",
            "13 toList()",
            "15 list.add(each)",
            "19 list.add(late)",
            "25 list.clear()",
            "26 }",
            "24 try",
            "27 new Thread(",
            "12 s.trim()",
            "28 list.clear()",
            "7 m"); // of the caller from outside
    assertThat(regions(program, Instruction.Closure.class::isInstance))
        .containsExactly("11 s ->", "28 () -> list.clear()");
    assertThat(regions(program, Terminator.ForEach.class::isInstance))
        .containsExactly("14 for (String each : ch)", "18 ch)");
    assertThat(regions(program, Instruction.EnterMonitor.class::isInstance))
        .containsExactly("21 synchronized (list)");
    assertThat(regions(program, Instruction.ExitMonitor.class::isInstance)).containsExactly("23 }");
    assertThat(regions(program, Instruction.StoreField.class::isInstance))
        .containsExactly("22 shared = \"x\"");
  }

  @Test
  void ofFunctions() throws IOException {
    Program program = Sources.program(folder, "P.java", SOURCE);
    assertThat(program.functions().values().stream().map(Function::at).map(PositionsTest::text))
        .contains("m", "P", "s ->");
  }

  @Test
  void ofSuppressions() throws IOException {
    String source =
        """
        @SuppressWarnings({"unused", "chanlint:leak-send"})
        class S {
          @SuppressWarnings("chanlint:race-unguarded")
          int field;

          // chanlint:ignore close-twice -- closed by the test
          void alone() {}

          void beside() {} // chanlint:ignore leak-endless
          String text = "// chanlint:ignore no-comment";
        }
        """;
    Program program = Sources.program(folder, "S.java", source);
    assertThat(program.suppressions().stream().map(PositionsTest::describe))
        .containsExactlyInAnyOrder(
            "leak-send 1-11 @SuppressWarnings",
            "race-unguarded 3-4 @SuppressWarnings",
            "close-twice 7-7 closed by the test",
            "leak-endless 9-9 ");
  }

  private static String describe(Suppression suppression) {
    Position scope = suppression.scope();
    return suppression.rule()
        + " "
        + scope.line()
        + "-"
        + scope.endLine()
        + " "
        + suppression.reason();
  }
}

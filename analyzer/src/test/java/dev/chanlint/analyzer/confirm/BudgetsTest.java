package dev.chanlint.analyzer.confirm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chanlint.analyzer.Verdicts;
import dev.chanlint.analyzer.confirm.Verdict.Undecided;
import dev.chanlint.model.code.Position;
import dev.chanlint.rules.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of findings whose programs have more schedules than may be run. */
class BudgetsTest {

  private static final String MANY =
      """
      import dev.chanlint.runtime.Chan;
      import dev.chanlint.runtime.Go;
      import java.util.concurrent.atomic.AtomicInteger;

      class Many {
        public static void main(String[] args) {
          Go.run(
              () -> {
                AtomicInteger count = new AtomicInteger();
                Chan<Integer> counted = Chan.make();
                Go.go(() -> count(count, counted));
                Go.go(() -> count(count, counted));
                counted.receive();
                counted.receive();
              });
        }

        private static void count(AtomicInteger count, Chan<Integer> counted) {
          for (int i = 0; i < 10; i++) {
            count.incrementAndGet();
          }
          counted.send(count.get());
        }
      }
      """;

  private static final String LEAKS =
      """
      import dev.chanlint.runtime.Chan;
      import dev.chanlint.runtime.Go;

      class Leaks {
        public static void main(String[] args) {
          Chan<Integer> nobody = Chan.make();
          Go.run(() -> Go.go(() -> nobody.send(1)));
        }
      }
      """;

  @TempDir private Path folder = Path.of("");

  private Finding sendIn(String name, String text, String function) throws IOException {
    Path file = Files.writeString(folder.resolve(name + ".java"), text);
    List<String> lines = text.lines().toList();
    int line = 0;
    while (!lines.get(line).contains(".send(")) {
      line++;
    }
    Position at = new Position(file.toString(), line + 1, 1, line + 1, 80);
    return new Finding("leak-send", "may leak", at, function, List.of(), List.of(), function);
  }

  private List<Judged> verdicts(Budget budget) throws Exception {
    List<Finding> findings =
        List.of(sendIn("Leaks", LEAKS, "Leaks.main.lambda"), sendIn("Many", MANY, "Many.count"));
    try (Verdicts verdicts = new Verdicts(budget, 1)) {
      return verdicts.of(
          List.of(folder.toString()),
          List.of(),
          program -> findings.stream().map(one -> named(one, program)).toList());
    }
  }

  /** A finding's function goes by the name that the program has for it. */
  private static Finding named(Finding finding, dev.chanlint.model.code.Program program) {
    String name =
        program.functions().values().stream()
            .filter(
                function ->
                    function.blocks().stream()
                        .flatMap(block -> block.instructions().stream())
                        .anyMatch(
                            instruction ->
                                instruction.at().file().equals(finding.at().file())
                                    && instruction.at().line() == finding.at().line()
                                    && instruction.toString().contains("#send(")))
            .findFirst()
            .orElseThrow()
            .name();
    return new Finding(
        finding.rule(), finding.message(), finding.at(), name, List.of(), List.of(), name);
  }

  @Test
  void theBudgetOfAFindingEndsItAloneAndTheBoundThatWasCompleteIsSaid() throws Exception {
    Limit entry = new Limit(Duration.ofMinutes(2), Long.MAX_VALUE);

    List<Judged> judged =
        verdicts(new Budget(entry, new Limit(Duration.ofMinutes(10), 4_000), Limit.NONE));

    assertThat(judged.getFirst().verdict()).isInstanceOf(Verdict.Confirmed.class);
    assertThat(judged.getLast().verdict())
        .isInstanceOfSatisfying(
            Undecided.class,
            undecided ->
                assertThat(undecided.reason())
                    .contains("the budget of a finding, 4,000 executions, is spent; main of Many:")
                    .containsPattern("every schedule with at most \\d preemptions? was run"));
    assertThat(judged.getLast().executions()).isEqualTo(4_000);
  }

  @Test
  void theBudgetOfAnEntryPointIsThatOfAllItsLooks() throws Exception {
    List<Judged> judged = verdicts(new Budget(Duration.ofMinutes(2), 800));

    assertThat(judged.getLast().verdict()).isInstanceOf(Undecided.class);
    assertThat(judged.getLast().executions()).isEqualTo(800);
  }
}

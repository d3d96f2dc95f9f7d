package dev.chanlint.analyzer.confirm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chanlint.analyzer.Verdicts;
import dev.chanlint.model.code.Function;
import dev.chanlint.model.code.Instruction;
import dev.chanlint.model.code.Position;
import dev.chanlint.model.code.Program;
import dev.chanlint.rules.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.engine.TestEngine;
import org.opentest4j.AssertionFailedError;

/**
 * The rules of {@code docs/verdicts.md}, each held by a program of {@code testdata/verdicts} with a
 * finding that is given, right or wrong.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class VerdictsTest {

  private static final Path PROGRAMS = Path.of("..", "testdata", "verdicts");
  private static final Pattern FINDING = Pattern.compile("// finding ([\\w-]+): (\\w+)(?: (.*))?$");
  private static final Pattern RELATED = Pattern.compile("// related ([\\w-]+): (.*)$");

  private static final Pattern BUDGET = Pattern.compile("^// budget (\\d+) s$");

  /** What is enough for any program that comes to an end, on a busy machine too. */
  private static final Duration ENOUGH = Duration.ofSeconds(30);

  private final Map<Duration, Verdicts> byBudget = new HashMap<>();

  @AfterAll
  void close() {
    byBudget.values().forEach(Verdicts::close);
  }

  @TestFactory
  Stream<DynamicTest> eachFindingGetsTheVerdictThatItsLineNames() throws IOException {
    try (Stream<Path> files = Files.list(PROGRAMS)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList().stream()
          .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
    }
  }

  private void check(Path file) throws Exception {
    List<Marked> marked = Marked.in(file);
    assertThat(marked).isNotEmpty();
    List<Judged> judged =
        within(budget(file))
            .of(
                List.of(file.toString()),
                junit(),
                program -> marked.stream().map(one -> one.finding(program)).toList());
    for (Marked one : marked) {
      Verdict verdict =
          judged.stream()
              .filter(result -> result.finding().at().line() == one.line())
              .filter(result -> result.finding().rule().equals(one.rule()))
              .findFirst()
              .orElseThrow()
              .verdict();
      assertThat(verdict.word()).as(text(verdict)).isEqualTo(one.verdict());
      assertThat(text(verdict)).contains(one.reason());
    }
  }

  /** That of a program that would use up any says on a line of its own how much it is given. */
  private static Duration budget(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .map(BUDGET::matcher)
        .filter(Matcher::find)
        .map(line -> Duration.ofSeconds(Long.parseLong(line.group(1))))
        .findFirst()
        .orElse(ENOUGH);
  }

  private Verdicts within(Duration budget) {
    return byBudget.computeIfAbsent(budget, most -> new Verdicts(new Budget(most, 1_000_000), 1));
  }

  private static String text(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Confirmed confirmed -> confirmed.entry();
      case Verdict.Undecided(String reason) -> reason;
      case Verdict.Refuted(String justification) -> justification;
      case Verdict.Structural() -> "";
    };
  }

  private static List<Path> junit() {
    return Stream.of(
            Test.class,
            ParameterizedTest.class,
            JupiterTestEngine.class,
            TestEngine.class,
            Testable.class,
            AssertionFailedError.class)
        .map(type -> type.getProtectionDomain().getCodeSource().getLocation().getPath())
        .map(Path::of)
        .toList();
  }

  /** A finding that the line above it is marked with. */
  private record Marked(
      int line, String rule, String verdict, String reason, List<Finding.Related> related) {

    static List<Marked> in(Path file) throws IOException {
      List<String> lines = Files.readAllLines(file);
      List<Marked> found = new ArrayList<>();
      for (int i = 0; i < lines.size(); i++) {
        Matcher marker = FINDING.matcher(lines.get(i));
        if (marker.find()) {
          String reason = marker.group(3) == null ? "" : marker.group(3);
          found.add(
              new Marked(
                  i + 2,
                  marker.group(1),
                  marker.group(2),
                  reason,
                  related(file, lines, marker.group(1))));
        }
      }
      return found;
    }

    private static List<Finding.Related> related(Path file, List<String> lines, String rule) {
      List<Finding.Related> related = new ArrayList<>();
      for (int i = 0; i < lines.size(); i++) {
        Matcher marker = RELATED.matcher(lines.get(i));
        if (marker.find() && marker.group(1).equals(rule)) {
          related.add(new Finding.Related(at(file.toString(), i + 1), marker.group(2)));
        }
      }
      return related;
    }

    private static Position at(String file, int line) {
      return new Position(file.replace('\\', '/'), line, 1, line, 100);
    }

    Finding finding(Program program) {
      Function function = innermost(program);
      return new Finding(
          rule,
          "may go wrong",
          at(function.at().file(), line),
          function.name(),
          related,
          List.of(),
          "field 'guarded' in " + function.name());
    }

    /** The function that has code on the line; of several the one with the least of it. */
    private Function innermost(Program program) {
      return program.functions().values().stream()
          .filter(function -> lines(function).anyMatch(on -> on == line))
          .min(Comparator.comparingLong(function -> lines(function).count()))
          .orElseThrow(() -> new AssertionError("no code on line " + line));
    }

    private static Stream<Integer> lines(Function function) {
      return function.blocks().stream()
          .flatMap(block -> block.instructions().stream())
          .map(Instruction::at)
          .map(Position::line);
    }
  }
}

package dev.chanlint.analyzer.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chanlint.analyzer.Effort;
import dev.chanlint.analyzer.Verdicts;
import dev.chanlint.analyzer.confirm.Budget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Right programs with one synchronisation taken out: the fixed kernels and the negatives. Each is
 * checked, and explored if nothing is reported. A sample is tried in each build, all of them with
 * {@code -Dtest.effort=full}; {@code target/mutants.md} says what came of each.
 */
class MutantsTest {

  private static final Path TESTDATA = Path.of("..", "testdata");

  /** Of how many mutants one is tried in a plain build. */
  private static final int SAMPLED = 388;

  @TempDir private Path folder;

  private static List<Path> programs() throws IOException {
    List<Path> programs = new ArrayList<>();
    for (String part : List.of("kernels", "negatives")) {
      try (Stream<Path> files = Files.walk(TESTDATA.resolve(part))) {
        files
            .filter(file -> file.toString().endsWith(".java"))
            .filter(file -> part.equals("negatives") || file.endsWith("Fixed.java"))
            .sorted()
            .forEach(programs::add);
      }
    }
    return programs;
  }

  private static List<Mutant> mutants() throws IOException {
    return Mutator.of(programs(), System.getProperty("java.class.path"));
  }

  @Test
  void everyOperatorHasItsMutantsAndNoneMovesALine() throws IOException {
    List<Mutant> mutants = mutants();

    assertThat(mutants).hasSizeGreaterThanOrEqualTo(300);
    assertThat(mutants).extracting(Mutant::operator).contains(Operator.values());
    for (Mutant mutant : mutants) {
      String original = Files.readString(mutant.original());
      assertThat(mutant.text()).isNotEqualTo(original);
      assertThat(mutant.text().lines().count()).isEqualTo(original.lines().count());
    }
  }

  @Test
  void whatIsSaidOfMutantsIsTold() throws Exception {
    List<Trial> trials = new ArrayList<>();
    try (Verdicts verdicts = new Verdicts(Budget.DEFAULT, 1)) {
      for (Mutant mutant : Effort.oneIn(SAMPLED, mutants())) {
        Path own = Files.createDirectory(folder.resolve(String.valueOf(trials.size())));
        trials.add(Trial.of(mutant, own, verdicts));
      }
    }

    Files.writeString(Path.of("target", "mutants.md"), table(trials) + "\n" + list(trials));
    assertThat(trials).extracting(Trial::outcome).contains(Outcome.CONFIRMED);
  }

  private static String table(List<Trial> trials) {
    List<Outcome> outcomes =
        Arrays.stream(Outcome.values())
            .filter(outcome -> trials.stream().anyMatch(trial -> trial.outcome() == outcome))
            .toList();
    StringBuilder table = new StringBuilder("| taken out | mutants |");
    outcomes.forEach(outcome -> table.append(' ').append(outcome.words()).append(" |"));
    table.append("\n|").append(" --- |".repeat(outcomes.size() + 2)).append('\n');
    Map<Operator, List<Trial>> byOperator =
        trials.stream()
            .collect(
                Collectors.groupingBy(
                    trial -> trial.mutant().operator(),
                    () -> new EnumMap<>(Operator.class),
                    Collectors.toList()));
    byOperator.forEach((operator, own) -> row(table, operator.words(), own, outcomes));
    row(table, "all", trials, outcomes);
    return table.toString();
  }

  private static void row(
      StringBuilder table, String head, List<Trial> trials, List<Outcome> outcomes) {
    table.append("| ").append(head).append(" | ").append(trials.size()).append(" |");
    for (Outcome outcome : outcomes) {
      long number = trials.stream().filter(trial -> trial.outcome() == outcome).count();
      table.append(' ').append(number).append(" |");
    }
    table.append('\n');
  }

  private static String list(List<Trial> trials) {
    return trials.stream()
        .map(
            trial ->
                "| %s | %d | `%s` | %s | %s |\n"
                    .formatted(
                        trial.mutant().name(),
                        trial.mutant().line(),
                        trial.mutant().removed(),
                        trial.outcome().words(),
                        String.join(", ", trial.rules())))
        .collect(
            Collectors.joining(
                "",
                "| program | line | taken out | outcome | rules |\n| - | - | - | - | - |\n",
                ""));
  }
}

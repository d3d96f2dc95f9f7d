package dev.chanlint.analyzer.mutants;

import dev.chanlint.analyzer.Verdicts;
import dev.chanlint.analyzer.cli.Checked;
import dev.chanlint.analyzer.confirm.Judged;
import dev.chanlint.analyzer.project.ProjectException;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the command says of a mutant.
 *
 * @param mutant the mutant
 * @param outcome what came of it
 * @param rules the rules that reported, and for the explorer's own finds their fault
 */
record Trial(Mutant mutant, Outcome outcome, Set<String> rules) {

  private static final String UNPREDICTED = "explored-";

  /** Checks a mutant; if nothing is reported, explores it. */
  static Trial of(Mutant mutant, Path folder, Verdicts verdicts)
      throws IOException, ProjectException {
    Path file = folder.resolve(mutant.original().getFileName());
    Files.writeString(file, mutant.text());
    List<Judged> judged = verdicts.of(List.of(file.toString()), List.of());
    Set<String> rules = new TreeSet<>();
    Set<String> predicted = new TreeSet<>();
    for (Judged one : judged) {
      rules.add(one.finding().rule());
      if (!one.finding().rule().startsWith(UNPREDICTED)) {
        predicted.add(one.verdict().word());
      }
    }
    Outcome outcome = predicted.isEmpty() ? explored(mutant, file) : reported(predicted, rules);
    return new Trial(mutant, outcome, rules);
  }

  private static Outcome reported(Set<String> verdicts, Set<String> rules) {
    if (verdicts.contains("CONFIRMED")) {
      return Outcome.CONFIRMED;
    }
    if (rules.stream().anyMatch(rule -> rule.startsWith(UNPREDICTED))) {
      return Outcome.OTHERWISE;
    }
    return verdicts.contains("REFUTED") && verdicts.size() == 1
        ? Outcome.REFUTED
        : Outcome.UNDECIDED;
  }

  private static Outcome explored(Mutant mutant, Path file) {
    StringWriter out = new StringWriter();
    int status = Checked.run(out, "explore", mutant.mainClass(), file.toString(), "--budget", "5s");
    return switch (status) {
      case 0 -> out.toString().contains("UNDECIDED") ? Outcome.UNKNOWN : Outcome.HARMLESS;
      case 1 -> Outcome.EXPLORED;
      default -> Outcome.INVALID;
    };
  }
}

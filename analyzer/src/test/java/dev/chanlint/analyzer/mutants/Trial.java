package dev.chanlint.analyzer.mutants;

import com.fasterxml.jackson.databind.JsonNode;
import dev.chanlint.analyzer.cli.Checked;
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
  static Trial of(Mutant mutant, Path folder) throws IOException {
    Path file = folder.resolve(mutant.original().getFileName());
    Files.writeString(file, mutant.text());
    Checked checked = Checked.of(List.of(file), folder);
    Set<String> rules = new TreeSet<>();
    Set<String> verdicts = new TreeSet<>();
    boolean unpredicted = false;
    for (JsonNode result : checked.results()) {
      String rule = result.get("ruleId").asText();
      rules.add(rule);
      if (rule.startsWith(UNPREDICTED)) {
        unpredicted = true;
      } else {
        verdicts.add(result.at("/properties/verdict").asText());
      }
    }
    Outcome outcome = verdicts.isEmpty() ? explored(mutant, file) : reported(verdicts, unpredicted);
    return new Trial(mutant, outcome, rules);
  }

  private static Outcome reported(Set<String> verdicts, boolean unpredicted) {
    if (verdicts.contains("CONFIRMED")) {
      return Outcome.CONFIRMED;
    }
    if (unpredicted) {
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

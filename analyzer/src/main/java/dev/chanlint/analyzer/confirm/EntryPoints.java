package dev.chanlint.analyzer.confirm;

import dev.chanlint.model.code.Function;
import dev.chanlint.model.code.Program;
import dev.chanlint.model.code.Program.EntryPoint;
import dev.chanlint.rules.Finding;
import java.util.Comparator;
import java.util.List;

/** The entry points of a program, and which of them reach a finding. */
final class EntryPoints {

  private final Program program;
  private final Reachability reachability;

  EntryPoints(Program program) {
    this.program = program;
    this.reachability = new Reachability(program);
  }

  /** The binary names of the classes whose {@code main} reaches the finding, cheapest first. */
  List<String> mainsThatReach(Finding finding) {
    return that(finding, EntryPoint.Kind.MAIN);
  }

  /** The binary names of the classes of the tests that reach the finding, cheapest first. */
  List<String> testsThatReach(Finding finding) {
    return that(finding, EntryPoint.Kind.TEST);
  }

  private List<String> that(Finding finding, EntryPoint.Kind kind) {
    List<String> targets = functionsOf(finding);
    return program.entryPoints().stream()
        .filter(entry -> entry.kind() == kind)
        .filter(entry -> targets.stream().anyMatch(reachability.from(entry.launcher())::contains))
        .sorted(
            Comparator.comparingInt((EntryPoint entry) -> cost(entry))
                .thenComparing(EntryPoint::function))
        .map(this::className)
        .distinct()
        .toList();
  }

  /** How much code an entry point can run is a fair guess of how many schedules it has. */
  private int cost(EntryPoint entry) {
    return reachability.from(entry.launcher()).size();
  }

  private String className(EntryPoint entry) {
    Function function = program.functions().get(entry.function());
    return function == null
        ? entry.function().substring(0, entry.function().indexOf('#'))
        : function.method().owner();
  }

  /** A finding names its function as a message does; file and name tell which one is meant. */
  private List<String> functionsOf(Finding finding) {
    return program.functions().values().stream()
        .filter(function -> function.name().equals(finding.function()))
        .filter(function -> function.at().file().equals(finding.at().file()))
        .map(Function::id)
        .toList();
  }
}

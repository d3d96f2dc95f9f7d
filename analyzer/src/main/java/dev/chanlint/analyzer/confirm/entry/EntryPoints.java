package dev.chanlint.analyzer.confirm.entry;

import dev.chanlint.model.code.Function;
import dev.chanlint.model.code.Program;
import dev.chanlint.model.code.Program.EntryPoint;
import dev.chanlint.rules.Finding;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The entry points of a program, and which of them reach a finding. */
public final class EntryPoints {

  /** Annotations of what some test engine calls, one that the explorer plays or another. */
  private static final Set<String> TESTS =
      Set.of(
          "org.junit.jupiter.api.Test",
          "org.junit.jupiter.api.RepeatedTest",
          "org.junit.jupiter.api.TestFactory",
          "org.junit.jupiter.api.TestTemplate",
          "org.junit.jupiter.params.ParameterizedTest",
          "dev.chanlint.explorer.junit.ExploreTest",
          "org.junit.Test",
          "org.testng.annotations.Test",
          "net.jqwik.api.Property",
          "net.jqwik.api.Example");

  private static final String DISABLED = "org.junit.jupiter.api.Disabled";

  private final Program program;
  private final Reachability reachability;
  private final List<Entry> entries;
  private final List<EntryPoint> outside;

  /**
   * Looks for them.
   *
   * @param program the code
   */
  public EntryPoints(Program program) {
    this.program = program;
    this.reachability = new Reachability(program);
    this.entries =
        program.entryPoints().stream()
            .filter(entry -> entry.kind() != EntryPoint.Kind.OUTSIDE)
            .filter(entry -> !isDisabled(program.functions().get(entry.function())))
            .map(entry -> Entry.of(entry, program))
            .sorted(Comparator.comparingInt(this::cost).thenComparing(Entry::name))
            .toList();
    this.outside =
        program.entryPoints().stream()
            .filter(entry -> entry.kind() == EntryPoint.Kind.OUTSIDE)
            .toList();
  }

  /**
   * How the code of a finding is reached.
   *
   * @param finding the finding
   * @return the entry points that reach it, cheapest first, and what else might
   */
  public Reaching reaching(Finding finding) {
    Set<String> leading = reachability.to(functionsOf(finding));
    List<Entry> reaching =
        entries.stream().filter(entry -> leading.contains(entry.launcher())).toList();
    return new Reaching(
        reaching,
        foreign(leading),
        outside.stream()
            .filter(entry -> leading.contains(entry.launcher()))
            .map(entry -> name(entry.function()))
            .toList(),
        entries.stream()
            .filter(entry -> !reaching.contains(entry))
            .flatMap(entry -> reachability.opaque(entry.launcher()).stream())
            .distinct()
            .toList());
  }

  /**
   * How the code of a finding is reached.
   *
   * @param entries the entry points that surely can, cheapest first
   * @param foreign tests that can and that the explorer does not run
   * @param outside functions that can and that only code outside the program calls
   * @param opaque calls by which other entry points may reach anything
   */
  public record Reaching(
      List<Entry> entries, List<String> foreign, List<String> outside, List<String> opaque) {

    /** That of a finding for which nothing is run. */
    public static final Reaching NOT_ASKED =
        new Reaching(List.of(), List.of(), List.of(), List.of());

    public Reaching {
      entries = List.copyOf(entries);
      foreign = List.copyOf(foreign);
      outside = List.copyOf(outside);
      opaque = List.copyOf(opaque);
    }
  }

  /**
   * What an entry point's outcome may depend on that is other where it is run for good.
   *
   * @param entry the entry point
   * @return why one run says nothing of another, for a reader
   */
  public List<String> openData(Entry entry) {
    return new OpenData(program).in(entry, reachability.from(entry.launcher()));
  }

  /**
   * The functions whose calls may reach a finding, the nearest first.
   *
   * @param finding the finding
   * @return the functions, its own among them
   */
  public List<Function> callersOf(Finding finding) {
    return reachability.to(functionsOf(finding)).stream()
        .map(program.functions()::get)
        .filter(Objects::nonNull)
        .toList();
  }

  /**
   * What a function can run.
   *
   * @param function its id
   * @return the ids of the functions, its own among them
   */
  public Set<String> reach(String function) {
    return reachability.from(function);
  }

  private String name(String function) {
    Function known = program.functions().get(function);
    return known == null ? function : known.name();
  }

  private static boolean isDisabled(@Nullable Function function) {
    return function != null && function.annotations().contains(DISABLED);
  }

  /** How much code an entry point can run is a fair guess of how many schedules it has. */
  private int cost(Entry entry) {
    return reachability.from(entry.launcher()).size();
  }

  private List<String> foreign(Set<String> leading) {
    Set<String> own = entries.stream().map(Entry::function).collect(Collectors.toSet());
    return program.functions().values().stream()
        .filter(function -> function.annotations().stream().anyMatch(TESTS::contains))
        .filter(function -> !isDisabled(function))
        .filter(function -> !own.contains(function.id()))
        .filter(function -> leading.contains(function.id()))
        .map(Function::name)
        .sorted()
        .toList();
  }

  /** A finding names its function as a message does; file and name tell which one is meant. */
  private Set<String> functionsOf(Finding finding) {
    return program.functions().values().stream()
        .filter(function -> function.name().equals(finding.function()))
        .filter(function -> function.at().file().equals(finding.at().file()))
        .map(Function::id)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}

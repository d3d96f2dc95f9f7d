package dev.chanlint.conformance.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chanlint.conformance.Compilation;
import dev.chanlint.explorer.Exploration;
import dev.chanlint.explorer.Explorer;
import dev.chanlint.explorer.Fault;
import dev.chanlint.explorer.Outcome;
import dev.chanlint.explorer.Strategy;
import dev.chanlint.explorer.sandbox.Sandbox;
import dev.chanlint.explorer.sandbox.SandboxWorkload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every outcome of a seed program is met, and no other. */
final class SeedOutcomesTest {

  private static final Path SEEDS = Path.of("..", "..", "testdata", "seeds");

  @TempDir private static Path classes;

  private static Sandbox sandbox = new Sandbox(List.of());

  /**
   * What is possible.
   *
   * @param name the program
   * @param outputs what may stand on standard output when {@code main} returns or the program
   *     fails, a line feed written {@code |}
   * @param faults the faults that may be met
   */
  record Seed(String name, Set<String> outputs, Set<Fault> faults) {
    @Override
    public String toString() {
      return name;
    }
  }

  @BeforeAll
  static void compile() throws IOException {
    try (Stream<Path> files = Files.list(SEEDS)) {
      Compilation.of(files.filter(file -> file.toString().endsWith(".java")).toList(), classes);
    }
    sandbox = new Sandbox(List.of(classes));
  }

  @AfterAll
  static void close() throws IOException {
    sandbox.close();
  }

  static List<Seed> small() {
    String numbers = "1|1|2|3|5|8|13|21|34|55|";
    Set<String> answers = Set.of("answer from north|", "answer from east|", "answer from south|");
    return List.of(
        seed("Hello", greetings(), Fault.ABANDONED),
        seed("Sum", Set.of("17 -5 12|", "-5 17 12|")),
        seed("SumNegative", Set.of("-12 33 21|", "33 -12 21|")),
        seed("Buffered2", Set.of("1|2|")),
        seed("Buffered1", Set.of(""), Fault.DEADLOCK),
        seed("Buffered0", Set.of(""), Fault.DEADLOCK),
        seed("Fibonacci", Set.of(numbers)),
        seed("FibonacciNoClose", Set.of(numbers), Fault.DEADLOCK),
        seed("ConsumerClose", Set.of("0|1|2|"), Fault.PANIC),
        seed("CommaOk", Set.of("42 true|null false|")),
        seed("LeakForever", Set.of("no news|"), Fault.LEAK),
        seed("LeakLoop", Set.of("watching|"), Fault.LEAK, Fault.ABANDONED),
        seed("EarlyReturn", answers, Fault.LEAK),
        seed("AnonymousAndMethod", orders("anonymous|", "method|"), Fault.ABANDONED),
        seed("ThreeWithoutJoin", orders("1|", "2|", "3|"), Fault.ABANDONED),
        seed("WorkerWaitGroup", Set.of("working|working|working|"), Fault.DEADLOCK),
        seed("WorkerWaitGroupFixed", Set.of("working|working|working|")),
        seed("ParallelSum", Set.of("500500|")),
        seed("OrderedLocks", Set.of("120 80|")),
        seed("CrossedLocks", Set.of("120 80|", ""), Fault.DEADLOCK));
  }

  /** Programs with too many schedules for all of them to be run here. */
  static List<Seed> large() {
    return List.of(
        seed("Counter", Set.of("1000|")),
        seed("CounterUnguarded", Set.of("1000|"), Fault.RACE),
        seed("CounterByChannel", Set.of("1000|")),
        seed("Pool", Set.of("20 tasks|")),
        seed("BackgroundTask", Set.of("stopped|")));
  }

  private static Seed seed(String name, Set<String> outputs, Fault... faults) {
    return new Seed(name, outputs, Set.of(faults));
  }

  @ParameterizedTest
  @MethodSource("small")
  void allThatIsPossibleAndNoMore(Seed seed) {
    Exploration exploration = explore(seed.name(), Strategy.dpor(), 1_000_000);
    assertThat(exploration.limits()).isEmpty();
    assertThat(exploration.exhausted()).isTrue();
    assertThat(outputs(exploration)).isEqualTo(new TreeSet<>(seed.outputs()));
    assertThat(faults(exploration)).isEqualTo(seed.faults());
  }

  @ParameterizedTest
  @MethodSource("large")
  void noMoreThanIsPossible(Seed seed) {
    Exploration exploration = explore(seed.name(), Strategy.random(1), 1);
    assertThat(outputs(exploration)).isEqualTo(new TreeSet<>(seed.outputs()));
    assertThat(faults(exploration)).isEqualTo(seed.faults());
  }

  @Test
  void aSleepOrdersNothing() {
    Exploration exploration = explore("HelloSleep", Strategy.random(1), 20_000);
    assertThat(greetings()).containsAll(outputs(exploration));
    assertThat(outputs(exploration).stream().map(text -> text.split("world", -1).length - 1))
        .contains(0, 1, 2, 3, 4, 5);
    assertThat(faults(exploration)).containsExactly(Fault.ABANDONED);
  }

  @Test
  void theNetworkIsOutsideControl() {
    Exploration exploration = explore("LoopbackRequests", Strategy.dpor(), 10);
    assertThat(exploration.exhausted()).isFalse();
    assertThat(exploration.limits()).singleElement().asString().contains("LoopbackRequests.java:");
  }

  private static Exploration explore(String program, Strategy strategy, long executions) {
    return Explorer.builder()
        .strategy(strategy)
        .maxExecutions(executions)
        .maxDuration(Duration.ofSeconds(60))
        .build()
        .explore(new SandboxWorkload(sandbox.copy(), program, true));
  }

  private static Set<String> outputs(Exploration exploration) {
    return exploration.outcomes().stream()
        .map(outcome -> outcome.output().replace('\n', '|'))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<Fault> faults(Exploration exploration) {
    return exploration.outcomes().stream()
        .map(Outcome::faults)
        .flatMap(Set::stream)
        .collect(Collectors.toSet());
  }

  /** Five times {@code hello}, and any number of {@code world} up to five anywhere among them. */
  private static Set<String> greetings() {
    Set<String> all = new HashSet<>();
    greet("", 5, 5, all);
    return all;
  }

  private static void greet(String said, int hellos, int worlds, Set<String> all) {
    if (hellos == 0) {
      all.add(said);
    } else {
      greet(said + "hello|", hellos - 1, worlds, all);
    }
    if (worlds > 0) {
      greet(said + "world|", hellos, worlds - 1, all);
    }
  }

  /** Any of the words in any order, each at most once. */
  private static Set<String> orders(String... words) {
    Set<String> all = new HashSet<>();
    order("", List.of(words), all);
    return all;
  }

  private static void order(String said, List<String> left, Set<String> all) {
    all.add(said);
    for (String word : left) {
      List<String> others = new ArrayList<>(left);
      others.remove(word);
      order(said + word, others, all);
    }
  }
}

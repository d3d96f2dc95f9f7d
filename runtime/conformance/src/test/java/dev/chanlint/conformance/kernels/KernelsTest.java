package dev.chanlint.conformance.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chanlint.conformance.Compilation;
import dev.chanlint.conformance.Sample;
import dev.chanlint.explorer.Exploration;
import dev.chanlint.explorer.Explorer;
import dev.chanlint.explorer.Failure;
import dev.chanlint.explorer.Fault;
import dev.chanlint.explorer.Strategy;
import dev.chanlint.explorer.sandbox.Sandbox;
import dev.chanlint.explorer.sandbox.SandboxWorkload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every {@code Buggy} shows the faults it declares when it is explored from {@code main}, and every
 * {@code Fixed} is explored whole, within two preemptions where the rest is too much, without one.
 * All of them with the profile {@code sweep}, else the published ones and some of our own.
 */
final class KernelsTest {

  /** One in so many of our own is explored if not all are. */
  private static final int SAMPLE = 8;

  private static final int MOST_EXECUTIONS = 5_000;
  private static final int MOST_PREEMPTIONS = 2;
  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final int REPLAYS = 3;

  /** How a limit ends that is a bound, on preemptions or by fairness, and no lack of control. */
  private static final String BOUNDED = "were left out";

  private static final Set<Fault> BLOCKING = EnumSet.of(Fault.DEADLOCK, Fault.LEAK);
  private static final Pattern WANT = Pattern.compile("// want (\\+1 )?[a-z-]+(, [a-z-]+)*$");

  @TempDir private static Path classes;

  private static Sandbox sandbox = new Sandbox(List.of());

  private static final Map<String, String> BUGGY = new TreeMap<>();
  private static final Map<String, String> FIXED = new TreeMap<>();

  @BeforeAll
  static void compile() throws IOException {
    List<Path> sources =
        Kernel.all().stream().flatMap(k -> Stream.of(k.buggy(), k.fixed())).toList();
    Compilation.of(sources, classes);
    sandbox = new Sandbox(List.of(classes));
  }

  static List<Kernel> kernels() {
    return Kernel.all();
  }

  static List<Kernel> explored() {
    List<Kernel> own = Sample.oneIn(SAMPLE, Kernel.own());
    return Stream.concat(Kernel.published().stream(), own.stream()).toList();
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void sourcesSayWhatIsWrongAndWhere(Kernel kernel) {
    assertThat(kernel.faults()).isNotEmpty();
    assertThat(Kernel.lines(kernel.buggy())).anyMatch(line -> WANT.matcher(line).find());
    assertThat(Kernel.lines(kernel.buggy()))
        .filteredOn(line -> line.contains("// want"))
        .allMatch(line -> WANT.matcher(line).find());
    assertThat(Kernel.lines(kernel.fixed()))
        .noneMatch(line -> line.contains("// want") || line.contains("// fault"));
    assertThat(Kernel.table())
        .filteredOn(line -> line.startsWith("| " + kernel.name() + " |"))
        .singleElement()
        .asString()
        .contains("| " + words(kernel.faults()) + " |");
  }

  @ParameterizedTest
  @MethodSource("explored")
  void buggyShowsItsFaults(Kernel kernel) {
    Set<Fault> missing = EnumSet.copyOf(kernel.faults());
    SandboxWorkload workload = workload(kernel, "Buggy");
    Exploration exploration =
        Explorer.builder()
            .maxExecutions(MOST_EXECUTIONS)
            .maxDuration(LONGEST)
            .until(
                failure -> {
                  missing.remove(failure.fault());
                  return missing.isEmpty();
                })
            .build()
            .explore(workload);
    BUGGY.put(kernel.name(), String.valueOf(exploration.executions()));
    assertThat(missing).as("faults not met, %s", exploration.limits()).isEmpty();
    for (Failure failure : exploration.failures()) {
      if (kernel.faults().contains(failure.fault())) {
        checkWitness(failure, workload);
      }
    }
  }

  private static void checkWitness(Failure failure, SandboxWorkload workload) {
    if (BLOCKING.contains(failure.fault())) {
      assertThat(failure.preemptions()).as(failure.message()).isLessThanOrEqualTo(MOST_PREEMPTIONS);
    }
    for (int i = 0; i < REPLAYS; i++) {
      assertThat(Explorer.replay(failure.schedule(), workload).failures())
          .as("replay of %s", failure.message())
          .anyMatch(
              again ->
                  again.fault() == failure.fault() && again.message().equals(failure.message()));
    }
  }

  @ParameterizedTest
  @MethodSource("explored")
  void fixedIsClean(Kernel kernel) {
    Exploration exploration = explore(workload(kernel, "Fixed"), Strategy.dpor());
    String bound = "";
    if (!exploration.exhausted() && exploration.failures().isEmpty()) {
      exploration = explore(workload(kernel, "Fixed"), Strategy.bounded(MOST_PREEMPTIONS));
      bound = " (≤ " + MOST_PREEMPTIONS + ")";
    }
    FIXED.put(kernel.name(), exploration.executions() + bound);
    assertThat(exploration.failures()).extracting(Failure::message).isEmpty();
    assertThat(exploration.limits()).filteredOn(limit -> !limit.endsWith(BOUNDED)).isEmpty();
  }

  private static Exploration explore(SandboxWorkload workload, Strategy strategy) {
    return Explorer.builder()
        .strategy(strategy)
        .maxExecutions(1_000_000)
        .maxDuration(LONGEST)
        .build()
        .explore(workload);
  }

  private static SandboxWorkload workload(Kernel kernel, String program) {
    return new SandboxWorkload(sandbox.copy(), kernel.name() + "." + program, true);
  }

  private static String words(Set<Fault> faults) {
    return faults.stream()
        .map(fault -> fault.name().toLowerCase(java.util.Locale.ROOT))
        .sorted()
        .collect(Collectors.joining(", "));
  }

  /** What the table of the kernels tells about executions. */
  @AfterAll
  static void report() throws IOException {
    sandbox.close();
    List<String> rows =
        explored().stream()
            .map(
                kernel ->
                    "| %s | %s | %s |"
                        .formatted(
                            kernel.name(),
                            BUGGY.getOrDefault(kernel.name(), ""),
                            FIXED.getOrDefault(kernel.name(), "")))
            .toList();
    Files.write(Path.of("target", "kernels.md"), rows);
  }
}

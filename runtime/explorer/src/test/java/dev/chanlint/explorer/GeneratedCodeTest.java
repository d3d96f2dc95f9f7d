package dev.chanlint.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chanlint.explorer.sandbox.EntryPoint;
import dev.chanlint.explorer.sandbox.Sandbox;
import dev.chanlint.explorer.sandbox.SandboxWorkload;
import dev.chanlint.explorer.sandbox.programs.GeneratedCode;
import dev.chanlint.explorer.sandbox.programs.GeneratedCode.Verb;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;

/**
 * Instrumented code that uses the JDK's concurrent collections, futures, phasers, locks, plain and
 * volatile variables and interrupts: a search of its traces has the outcomes of one of all
 * interleavings.
 */
class GeneratedCodeTest {

  /** Programs of more interleavings are passed over. */
  private static final int LARGEST = 5_000;

  @Provide
  Arbitrary<List<List<Verb>>> programs() {
    return Completeness.programs(Verb.class, 2, 3);
  }

  @Property(tries = 20, seed = "2026", shrinking = ShrinkingMode.FULL)
  void sampleIsComplete(@ForAll("programs") List<List<Verb>> program) throws Exception {
    assertComplete(program);
  }

  @Tag("sweep")
  @Property(tries = 2_000, shrinking = ShrinkingMode.FULL)
  void isComplete(@ForAll("programs") List<List<Verb>> program) throws Exception {
    assertComplete(program);
  }

  private static void assertComplete(List<List<Verb>> program)
      throws IOException, URISyntaxException {
    Verb[][] verbs = program.stream().map(list -> list.toArray(new Verb[0])).toArray(Verb[][]::new);
    Program entry = () -> GeneratedCode.run(verbs);
    Path classes =
        Path.of(GeneratedCode.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (Sandbox sandbox = new Sandbox(List.of(classes))) {
      EntryPoint.Lambda begin = EntryPoint.Lambda.of(entry);
      Exploration all = explore(sandbox, begin, new Strategy.Interleavings());
      if (all.exhausted()) {
        Exploration traces = explore(sandbox, begin, new Strategy.Traces());
        assertThat(traces.exhausted()).isTrue();
        assertThat(traces.outcomes()).isEqualTo(all.outcomes());
      }
    }
  }

  private static Exploration explore(Sandbox sandbox, EntryPoint begin, Strategy strategy) {
    return Explorer.builder()
        .strategy(strategy)
        .maxExecutions(LARGEST)
        .maxDuration(Duration.ofMinutes(1))
        .searchers(1)
        .build()
        .explore(new SandboxWorkload(sandbox, begin, false));
  }
}

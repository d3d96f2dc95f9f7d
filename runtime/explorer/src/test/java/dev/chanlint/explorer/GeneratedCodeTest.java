package dev.chanlint.explorer;

import dev.chanlint.explorer.sandbox.EntryPoint;
import dev.chanlint.explorer.sandbox.Sandbox;
import dev.chanlint.explorer.sandbox.SandboxWorkload;
import dev.chanlint.explorer.sandbox.programs.GeneratedCode;
import dev.chanlint.explorer.sandbox.programs.GeneratedCode.Verb;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;

/**
 * Instrumented code that uses the JDK's concurrent collections, futures, phasers, variables and
 * class initialisers: the reduced search finds what running all interleavings finds.
 */
class GeneratedCodeTest {

  @Provide
  Arbitrary<List<List<Verb>>> programs() {
    return Arbitraries.of(Verb.class)
        .list()
        .ofMinSize(1)
        .ofMaxSize(3)
        .list()
        .ofMinSize(2)
        .ofMaxSize(3);
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
    Path classes =
        Path.of(GeneratedCode.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (Sandbox sandbox = new Sandbox(List.of(classes))) {
      Program entry = () -> GeneratedCode.run(verbs);
      Completeness.assertComplete(new SandboxWorkload(sandbox, EntryPoint.Lambda.of(entry), false));
    }
  }
}

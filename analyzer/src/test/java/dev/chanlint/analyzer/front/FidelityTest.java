package dev.chanlint.analyzer.front;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chanlint.analyzer.project.Project;
import dev.chanlint.analyzer.project.SourceSet;
import dev.chanlint.model.code.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The code model against the compiler's: on this repository's own sources, every function is well
 * formed and every call in the class files is in the model, on the same line, its result used or
 * not.
 */
class FidelityTest {

  private static final List<String> FOLDERS =
      List.of(
          "../runtime/core/src/main/java", "../rules/src/main/java", "src/test/resources/front");

  private static SourceSet sources;
  private static Program program;

  @BeforeAll
  static void read() throws Exception {
    List<String> folders =
        FOLDERS.stream().filter(folder -> Files.isDirectory(Path.of(folder))).toList();
    sources =
        Project.load(folders, List.of(), Sources.libraries(), Project.Extent.WHOLE).getFirst();
    program = FrontEnd.read(sources);
  }

  @Test
  void everyFunctionIsWellFormed() {
    assertThat(program.functions()).hasSizeGreaterThan(1000);
    assertThat(program.functions().values().stream().flatMap(f -> WellFormed.problems(f).stream()))
        .isEmpty();
  }

  @Test
  void everyCompiledCallIsInTheModel() throws IOException {
    List<CompiledCalls.Site> compiled = CompiledCalls.in(sources.classes().getFirst());
    assertThat(compiled).hasSizeGreaterThan(3000);
    assertThat(CompiledCalls.missing(compiled, program)).isEmpty();
  }
}

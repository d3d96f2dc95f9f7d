package dev.chanlint.explorer.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.chanlint.explorer.Exploration;
import dev.chanlint.explorer.Explorer;
import dev.chanlint.explorer.sandbox.programs.Expect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Effects allowed by name, and those beside them that stay refused. */
final class AllowedTest {

  private static final String FOLDER = "chanlint.test.folder";

  @TempDir private Path temporary;

  private Path folder;

  @BeforeEach
  void prepare() throws IOException {
    folder = temporary.toRealPath();
    Files.createDirectories(folder.resolve("out"));
    Files.createDirectories(folder.resolve("elsewhere"));
    Files.createSymbolicLink(folder.resolve("out/link"), folder.resolve("elsewhere"));
    System.setProperty(FOLDER, folder.toString());
  }

  @AfterEach
  void restore() {
    System.clearProperty(FOLDER);
    System.clearProperty("chanlint.test.set");
  }

  private Exploration explore(String program, String... allowed) throws IOException {
    try (Sandbox sandbox = new Sandbox(List.of(Programs.CLASSES), Allowed.of(List.of(allowed)))) {
      String entry = Expect.class.getPackageName() + ".AllowedEffects#" + program;
      return Explorer.builder().build().explore(new SandboxWorkload(sandbox, entry, false));
    }
  }

  private String inside() {
    return "write:" + folder + "/out/**";
  }

  @ParameterizedTest
  @ValueSource(strings = {"writesInside", "writesByStream", "deletesByReference"})
  void writesWhatIsAllowed(String program) throws IOException {
    Exploration exploration = explore(program, inside());
    assertThat(exploration.failures()).isEmpty();
    assertThat(exploration.limits()).isEmpty();
    assertThat(exploration.exhausted()).isTrue();
  }

  @Test
  void theFileIsThere() throws IOException {
    explore("writesInside", inside());
    assertThat(folder.resolve("out/file")).hasContent("x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"writesBeside", "climbsOut", "followsALinkOut", "movesOut"})
  void writesNothingElse(String program) throws IOException {
    Exploration exploration = explore(program, inside());
    assertThat(exploration.limits())
        .singleElement()
        .asString()
        .startsWith("changes the file system at AllowedEffects.java:");
    assertThat(folder.resolve("file")).doesNotExist();
    assertThat(folder.resolve("elsewhere")).isEmptyDirectory();
    assertThat(folder.resolve("there")).doesNotExist();
  }

  @Test
  void listensIfNetIsAllowed() throws IOException {
    assertThat(explore("listens", "net").limits()).isEmpty();
    assertThat(explore("listens", inside(), "process").limits())
        .singleElement()
        .asString()
        .startsWith("opens a socket");
  }

  @Test
  void setsAPropertyIfThatIsAllowed() throws IOException {
    assertThat(explore("setsAProperty", "property").outcomes())
        .singleElement()
        .extracting(outcome -> outcome.output())
        .isEqualTo("yes");
    assertThat(explore("setsAProperty").limits()).isNotEmpty();
  }

  @Test
  void namesAreChecked() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Allowed.of(List.of("nets")))
        .withMessage("cannot allow 'nets': it is none of net, process, property, write:GLOB");
  }
}

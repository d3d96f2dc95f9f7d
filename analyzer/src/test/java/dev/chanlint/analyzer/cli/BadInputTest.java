package dev.chanlint.analyzer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chanlint.analyzer.fuzz.Growth;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.Help.Ansi;

/** Sources that are wrong or not there: one clear line, and the findings that the rest supports. */
class BadInputTest {

  private static final String LEAK =
      """
      import dev.chanlint.runtime.*;

      class Leak {
        public static void main(String[] args) {
          Go.run(
              () -> {
                Chan<Integer> ch = Chan.make();
                Go.go(() -> ch.send(1));
              });
        }
      }
      """;

  @TempDir private Path folder = Path.of("");

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int check(String... more) {
    PrintWriter errors = new PrintWriter(err, true);
    String[] args = new String[more.length + 2];
    args[0] = "check";
    args[1] = folder.toString();
    System.arraycopy(more, 0, args, 2, more.length);
    return Chanlint.run(
        new Installed(),
        new Terminal(InputStream.nullInputStream(), errors, false, Ansi.OFF),
        new PrintWriter(out, true),
        errors,
        args);
  }

  private void source(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  @Test
  void anEmptyFolder() {
    assertThat(check()).isEqualTo(2);
    assertThat(err.toString()).contains(folder.toString()).hasLineCount(1);
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void nothingButASyntaxError() throws IOException {
    source("Broken.java", "class Broken { void f( { }");

    assertThat(check()).isEqualTo(2);
    assertThat(err.toString()).contains("Broken.java:1").hasLineCount(1);
  }

  @Test
  void aSyntaxErrorBesideAFileWithAFinding() throws IOException {
    source("Broken.java", "class Broken { void f( { }");
    source("Leak.java", LEAK);

    assertThat(check()).isEqualTo(1);
    assertThat(out.toString()).contains("Broken.java:1", "[leak-send]", "CONFIRMED: leak");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void aMissingClassBesideAFileWithAFinding() throws IOException {
    source(
        "Lost.java", "class Lost { synchronized void f() { new com.example.Missing().call(); } }");
    source("Leak.java", LEAK);

    assertThat(check()).isEqualTo(1);
    assertThat(out.toString()).contains("Lost.java:1", "[leak-send]", "CONFIRMED: leak");
    assertThat(err.toString()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "LAMBDAS, 30, lambda expressions nest more than 14 deep",
    "GENERICS, 1000, type arguments nest more than 100 deep",
    "NAME, 1000, qualified names nest more than 100 deep",
    "CLASSES, 300, classes nest more than 100 deep",
    "BRACKETS, 100000, expressions and statements nest more than 10000 deep",
  })
  void whatNestsTooDeeplyIsNamedAndTheRestAnalysed(Growth growth, int depth, String complaint)
      throws IOException {
    source("Grown.java", growth.source(depth));

    assertThat(check()).isEqualTo(2);
    assertThat(err.toString()).contains("Grown.java:11: not analysed: " + complaint);
    assertThat(err.toString()).hasLineCount(1);

    source("Leak.java", LEAK);
    assertThat(check()).isEqualTo(1);
    assertThat(out.toString()).contains(complaint, "[leak-send]", "CONFIRMED: leak");
  }

  @ParameterizedTest
  @CsvSource({"BRACKETS, 5000", "SUM, 5000", "CHOICE, 1000", "ARGUMENTS, 1000"})
  void whatNestsDeeplyIsAnalysed(Growth growth, int depth) throws IOException {
    source("Grown.java", growth.source(depth));

    assertThat(check()).isZero();
    assertThat(out.toString()).startsWith("0 findings").hasLineCount(1);
  }

  @Test
  void aCrowdThatIsStuckEndsTheSearchForItsCauses() throws IOException {
    source("Grown.java", Growth.OBJECTS.source(1_000));

    assertThat(check()).isZero();
  }

  @Test
  void anArchiveThatIsNone() throws IOException {
    source("Leak.java", LEAK);
    Path archive = Files.writeString(folder.resolve("library.jar"), "no archive");

    assertThat(check("--classpath", archive.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("library.jar: no archive, on the class path");
    assertThat(err.toString()).hasLineCount(1);
  }

  @Test
  void aBaselineInAnotherEncoding() throws IOException {
    source("Leak.java", LEAK);
    Path baseline = Files.write(folder.resolve("known.json"), new byte[] {'{', (byte) 0xE9, '}'});

    assertThat(check("--baseline", baseline.toString())).isEqualTo(2);
    assertThat(err.toString())
        .contains("known.json: cannot be read: it is not UTF-8")
        .hasLineCount(1);
  }

  @Test
  void aNameThatIsNoPath() throws IOException {
    source("Leak.java", LEAK);
    Path config = Files.writeString(folder.resolve("named.toml"), "baseline = \"a\\u0000b\"\n");

    assertThat(check("--config", config.toString())).isEqualTo(2);
    assertThat(err.toString()).startsWith("chanlint: Nul character not allowed").hasLineCount(1);
  }

  @Test
  void aClassPathEntryThatIsNotThere() throws IOException {
    source("Leak.java", LEAK);

    assertThat(check("--classpath", "no/such.jar")).isEqualTo(2);
    assertThat(err.toString()).contains("no/such.jar").hasLineCount(1);
  }
}

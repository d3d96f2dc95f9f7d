package dev.chanlint.analyzer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
        new Terminal(errors, false, Ansi.OFF),
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

  @Test
  void aClassPathEntryThatIsNotThere() throws IOException {
    source("Leak.java", LEAK);

    assertThat(check("--classpath", "no/such.jar")).isEqualTo(2);
    assertThat(err.toString()).contains("no/such.jar").hasLineCount(1);
  }
}

package dev.chanlint.analyzer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fault is gone, still there, or nobody can tell. */
class VerifyFixTest {

  private static final String PROGRAM =
      """
      import dev.chanlint.runtime.Chan;
      import dev.chanlint.runtime.Go;

      public class Numbers {
        public static void main(String[] args) {
          Go.run(
              () -> {
                Chan<Integer> numbers = Chan.make();
                Go.go(() -> numbers.send(1));
                %s
              });
        }
      }
      """;

  @TempDir private Path folder;

  private String write(String statement) throws IOException {
    Path file = folder.resolve("Numbers.java");
    Files.writeString(file, PROGRAM.formatted(statement));
    return file.toString();
  }

  private Path report(String source) {
    Path report = folder.resolve("report.sarif");
    Checked.run(new StringWriter(), "check", source, "--format", "sarif=" + report);
    return report;
  }

  @Test
  void whatIsReceivedNowIsFixed() throws IOException {
    Path report = report(write(""));
    StringWriter out = new StringWriter();

    int status = Checked.run(out, "verify-fix", report.toString(), write("numbers.receive();"));

    assertThat(out.toString()).contains("leak-send at ", ": fixed: every schedule was run");
    assertThat(status).isEqualTo(0);
  }

  @Test
  void whatIsReceivedOnlySometimesIsStillThere() throws IOException {
    Path report = report(write(""));
    StringWriter out = new StringWriter();

    int status =
        Checked.run(
            out,
            "verify-fix",
            report.toString(),
            write("if (new java.util.Random().nextBoolean()) numbers.receive();"));

    assertThat(out.toString()).contains(": still there", "BLOCKED [chan send]", "replay: ");
    assertThat(status).isEqualTo(1);
  }

  @Test
  void whatIsNotUnderControlIsUndecided() throws IOException {
    Path report = report(write(""));
    StringWriter out = new StringWriter();

    int status =
        Checked.run(
            out,
            "verify-fix",
            report.toString(),
            write("numbers.receive(); new java.io.File(\"x\").delete();"));

    assertThat(out.toString()).contains(": undecided: changes the file system at Numbers.java:10");
    assertThat(status).isEqualTo(2);
  }

  @Test
  void aReplayStringStandsForAnyFault() throws IOException {
    StringWriter out = new StringWriter();

    int status = Checked.run(out, "verify-fix", "Numbers:1:1x2:5f3a", write("numbers.close();"));

    assertThat(out.toString()).contains("Numbers:1:1x2:5f3a: still there");
    assertThat(status).isEqualTo(1);
  }

  @Test
  void aReportWithoutWitnessesIsAMistake() throws IOException {
    String source = write("numbers.receive();");
    Path report = report(source);

    assertThat(Checked.run(new StringWriter(), "verify-fix", report.toString(), source))
        .isEqualTo(2);
  }
}

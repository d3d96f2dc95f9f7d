package dev.chanlint.analyzer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Help.Ansi;

/** Projects by somebody who wishes ill to those who check them: {@code docs/threat-model.md}. */
class UntrustedProjectTest {

  private static final String SOURCE =
      """
      class Held {
        private int held;

        synchronized int held() {
          return new lib.Library().twice(held);
        }
      }
      """;

  @TempDir private Path folder = Path.of("");

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int check(Path project, String... more) {
    PrintWriter errors = new PrintWriter(err, true);
    String[] args = new String[more.length + 3];
    args[0] = "check";
    args[1] = project.toString();
    args[2] = "--no-cache";
    System.arraycopy(more, 0, args, 3, more.length);
    return Chanlint.run(
        new Installed(),
        new Terminal(InputStream.nullInputStream(), errors, false, Ansi.OFF),
        new PrintWriter(out, true),
        errors,
        args);
  }

  private Path project() throws IOException {
    Path project = Files.createDirectory(folder.resolve("project"));
    Files.writeString(project.resolve("Held.java"), SOURCE);
    return project;
  }

  private Path jar(String entry, long size) throws IOException {
    Path jar = folder.resolve("library.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(file)) {
      zip.putNextEntry(new ZipEntry(entry));
      byte[] zeros = new byte[1 << 16];
      for (long written = 0; written < size; written += zeros.length) {
        zip.write(zeros);
      }
    }
    return jar;
  }

  @Test
  void aSourceThatIsALinkOutOfTheProjectIsNotRead() throws IOException {
    Path project = project();
    Path secret = Files.writeString(folder.resolve("secret"), "password = correct horse;");
    Files.createSymbolicLink(project.resolve("Secret.java"), secret);

    check(project);

    assertThat(out.toString() + err).doesNotContain("Secret.java", "password");
  }

  @Test
  void aReportIsNotWrittenThroughALink() throws IOException {
    Path project = project();
    Path secret = Files.writeString(folder.resolve("secret"), "untouched");
    Path report = Files.createSymbolicLink(project.resolve("report.sarif"), secret);

    check(project, "--format", "sarif=" + report);

    assertThat(secret).content().isEqualTo("untouched");
    assertThat(report).isRegularFile().content().contains("\"2.1.0\"");
  }

  @Test
  void anArchiveIsNeverUnpackedWhateverItsEntriesAreCalled() throws IOException {
    Path jar = jar("../../escaped/lib/Library.class", 1);

    check(project(), "--classpath", jar.toString());

    assertThat(folder).isDirectoryNotContaining("glob:**escaped**");
    assertThat(folder.getParent()).isDirectoryNotContaining("glob:**escaped**");
  }

  @Test
  void anArchiveThatUnpacksToFarMoreThanItsSizeIsAsGoodAsDamaged() throws IOException {
    Path jar = jar("lib/Library.class", 100 << 20);

    assertThat(check(project(), "--classpath", jar.toString())).isLessThan(2);

    assertThat(jar).satisfies(file -> assertThat(Files.size(file)).isLessThan(1 << 20));
    assertThat(err.toString()).isEmpty();
  }
}

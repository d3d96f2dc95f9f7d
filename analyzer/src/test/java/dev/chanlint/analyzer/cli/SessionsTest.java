package dev.chanlint.analyzer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Help.Ansi;

/**
 * What users see: each folder of {@code src/test/resources/sessions} has a {@code session.txt} with
 * command lines behind {@code $} and what they print. {@code @} stands for a copy of the folder;
 * {@code <} for standard input. Lines of standard error begin with {@code ! }, and the last of each
 * command tells its exit status if that is not 0. {@code cat}, {@code cp} and {@code cmp} do what
 * they do in a shell. {@code -Dgolden.update=true} writes down what is printed.
 */
class SessionsTest {

  private static final Path SESSIONS = Path.of("src/test/resources/sessions");
  private static final String SESSION = "session.txt";

  @TempDir private Path folder = Path.of("");

  static List<Path> sessions() throws IOException {
    try (Stream<Path> folders = Files.list(SESSIONS)) {
      return folders.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("sessions")
  void goesAsItIsWritten(Path session) throws IOException {
    copy(session);
    String wanted = Files.readString(session.resolve(SESSION));
    StringBuilder seen = new StringBuilder();
    for (String line : wanted.lines().filter(one -> one.startsWith("$ ")).toList()) {
      seen.append(line).append('\n').append(run(line.substring(2)));
    }
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(session.resolve(SESSION), seen);
    }
    assertThat(seen.toString()).isEqualTo(Files.readString(session.resolve(SESSION)));
  }

  private void copy(Path session) throws IOException {
    try (Stream<Path> files = Files.walk(session)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = folder.resolve(session.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }

  private String run(String line) throws IOException {
    List<String> words = new ArrayList<>(Arrays.asList(line.split(" +")));
    words.replaceAll(word -> word.replace("@", folder.toString()));
    String command = words.removeFirst();
    String printed =
        switch (command) {
          case "cat" -> Files.readString(Path.of(words.getFirst()));
          case "cmp" -> compared(Path.of(words.getFirst()), Path.of(words.getLast()));
          case "cp" -> {
            Files.writeString(
                Path.of(words.getLast()), Files.readString(Path.of(words.getFirst())));
            yield "";
          }
          default -> chanlint(words);
        };
    return printed.replace(folder.toString(), "@").replaceAll(", \\d+\\.\\d s\n", "\n");
  }

  private static String compared(Path one, Path other) throws IOException {
    return Files.mismatch(one, other) < 0 ? "" : one + " and " + other + " differ\n";
  }

  private static String chanlint(List<String> words) throws IOException {
    InputStream in = InputStream.nullInputStream();
    if (words.contains("<")) {
      in = new ByteArrayInputStream(Files.readAllBytes(Path.of(words.removeLast())));
      words.removeLast();
    }
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    PrintWriter errors = new PrintWriter(err, true);
    int status =
        Chanlint.run(
            new Installed(),
            new Terminal(in, errors, false, Ansi.OFF),
            new PrintWriter(out, true),
            errors,
            words.toArray(String[]::new));
    StringBuilder printed = new StringBuilder(out.toString());
    err.toString().lines().forEach(line -> printed.append("! ").append(line).append('\n'));
    return printed + (status == 0 ? "" : "exit status " + status + "\n");
  }
}

package dev.chanlint.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the pages show is so. Java is compiled, unless it says itself that it does not compile; a
 * program whose output is shown is run; so are sessions with the command.
 *
 * <p>Commands of {@code docs/start.md} are run by {@link FreshUserIT}.
 */
class SnippetsTest {

  private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

  @TempDir private Path folder = Path.of("");

  private static Stream<Snippet> snippets() throws IOException {
    return Site.read(Path.of("")).pages().values().stream()
        .flatMap(page -> Snippet.of(page).stream());
  }

  static Stream<Snippet> java() throws IOException {
    return snippets().filter(snippet -> snippet.language().equals("java"));
  }

  static Stream<Arguments> sessions() throws IOException {
    return snippets()
        .filter(Snippet::isSession)
        .flatMap(
            snippet ->
                snippet.commands().stream()
                    .filter(command -> command.line().startsWith("./chanlint "))
                    .map(command -> arguments(snippet, command)));
  }

  @ParameterizedTest
  @MethodSource("java")
  void compilesAndPrintsWhatIsShown(Snippet snippet) throws IOException, InterruptedException {
    if (snippet.remark("from").isPresent()) {
      assertIsPartOf(Path.of(snippet.remark("from").get()), snippet);
      return;
    }
    JavaSource source = JavaSource.of(snippet);
    List<String> errors = source.compile(folder);
    if (snippet.code().contains("// does not compile")) {
      assertThat(errors).isNotEmpty();
      return;
    }
    assertThat(errors).isEmpty();
    if (snippet.output().isPresent()) {
      run(source.className()).assertIs(snippet.output().get());
    }
  }

  private static void assertIsPartOf(Path file, Snippet snippet) throws IOException {
    assertThat(Files.readString(file)).contains(snippet.code().split("\n\n+", -1));
  }

  private Printed run(String className) throws IOException, InterruptedException {
    return Printed.by(
        folder,
        Map.of(),
        List.of(launcher(), "-cp", folder + File.pathSeparator + classPath(), className));
  }

  @ParameterizedTest
  @MethodSource("sessions")
  void goesAsItIsWritten(Snippet session, Snippet.Command command)
      throws IOException, InterruptedException {
    List<String> arguments =
        WORD.matcher(command.line()).results().skip(1).map(SnippetsTest::unquoted).toList();
    Stream<String> words =
        Stream.concat(
            Stream.of(
                launcher(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dchanlint.command=./chanlint",
                "-cp",
                classPath(),
                "dev.chanlint.analyzer.cli.Chanlint"),
            arguments.stream());
    Printed.by(Path.of(""), Map.of("XDG_CACHE_HOME", folder.toString()), words.toList())
        .assertIs(command.output());
  }

  private static String unquoted(MatchResult word) {
    return word.group(1) != null ? word.group(1) : word.group(2);
  }

  private static String launcher() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static String classPath() {
    return Objects.requireNonNull(System.getProperty("java.class.path"));
  }
}

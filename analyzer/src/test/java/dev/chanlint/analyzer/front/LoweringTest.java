package dev.chanlint.analyzer.front;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chanlint.analyzer.project.SourceFile;
import dev.chanlint.model.code.Listing;
import dev.chanlint.model.code.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each source in the resource folder {@code front} lowers to the listing beside it. With {@code
 * -Dchanlint.golden=write} the listings are written instead, to be read before they are committed.
 */
class LoweringTest {

  private static final Path FOLDER = Path.of("src/test/resources/front");

  static Stream<String> sources() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".java"))
          .map(name -> name.substring(0, name.length() - ".java".length()))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("sources")
  void lowersTo(String name) throws IOException {
    Path source = FOLDER.resolve(name + ".java").toAbsolutePath();
    Path listing = FOLDER.resolve(name + ".listing");
    Program program = Sources.program(List.of(new SourceFile(source, name + ".java")));
    String actual = describe(program);
    if ("write".equals(System.getProperty("chanlint.golden"))) {
      Files.writeString(listing, actual);
    }
    assertThat(actual).isEqualTo(Files.readString(listing));
    assertThat(program.functions().values().stream().flatMap(f -> WellFormed.problems(f).stream()))
        .isEmpty();
  }

  private static String describe(Program program) {
    return Stream.of(
            Listing.of(program),
            program.entryPoints().stream()
                .map(entry -> entry.kind() + " " + entry.function() + " by " + entry.launcher())
                .collect(Collectors.joining("\n")),
            program.gaps().stream()
                .map(gap -> gap.at() + ": " + gap.what())
                .collect(Collectors.joining("\n")))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("\n", "", "\n"));
  }
}

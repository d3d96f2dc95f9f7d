package dev.chanlint.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The README's tables name each case, and none that is not there. */
final class PointsTest {

  private static final Pattern NAME = Pattern.compile("`(\\w+Cases\\.\\w+)`");

  @Test
  void eachCaseIsInATable() throws IOException {
    Set<String> named =
        NAME.matcher(Files.readString(Path.of("README.md")))
            .results()
            .map(match -> match.group(1))
            .collect(Collectors.toSet());
    assertThat(Case.all())
        .extracting(
            c -> c.method().getDeclaringClass().getSimpleName() + "." + c.method().getName())
        .containsExactlyInAnyOrderElementsOf(named);
  }
}

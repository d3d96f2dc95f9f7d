package dev.chanlint.analyzer.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chanlint.model.code.Position;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of a line is taken out with a suppression of no use; the brackets show what it takes up. */
class FixTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {
        "#x(); [// chanlint:ignore leak-send -- once]#       | 1 | 5  | 1 | 42",
        "#  [// chanlint:ignore leak-send -- once]#          | 1 | 1  | 2 | 1",
        "#[@SuppressWarnings(\"chanlint:leak-send\")]#        | 1 | 1  | 2 | 1",
        "#void f([@SuppressWarnings(\"chanlint:*\")] int i)#  | 1 | 8  | 1 | 39",
      })
  void isTheSuppressionAlone(String line, int from, int column, int to, int endColumn) {
    assertThat(fix(line)).isEqualTo(new Position(SampleReport.FILE, from, column, to, endColumn));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {
        "#[@SuppressWarnings({\"chanlint:leak-send\", \"unused\"})]#",
        "#[x();]#",
        "#[]#",
      })
  void isNoneWhereThereIsMore(String line) {
    assertThat(fix(line)).isNull();
  }

  private static @Nullable Position fix(String line) {
    String source = line.replace("[", "").replace("]", "");
    Report report =
        SampleReport.unusedSuppression(source, line.indexOf('[') + 1, line.indexOf(']'));
    return Fix.of(report.results().getFirst(), number -> source).map(Fix::deleted).orElse(null);
  }
}

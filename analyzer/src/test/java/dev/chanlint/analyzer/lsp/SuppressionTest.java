package dev.chanlint.analyzer.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.lsp4j.TextEdit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Where the comment goes that suppresses a finding in the line that begins with {@code ->}. */
class SuppressionTest {

  private static final String MARK = "->";
  private static final String NOWHERE = "";

  static List<Arguments> sources() {
    return List.of(
        goes("a();\n->  b();\nc();\n", "a();\n  // chanlint:ignore r -- \n  b();\nc();\n"),
        goes("->a();", "// chanlint:ignore r -- \na();"),
        goes("a();\r\n->b();\r\n", "a();\r\n// chanlint:ignore r -- \r\nb();\r\n"),
        goes("/* x\n-> */ a();  \n", "/* x\n */ a(); // chanlint:ignore r --   \n"),
        goes("/* x\n-> */ a(); // y\n", NOWHERE),
        goes(
            "s = \"\"\"\n->  x\"\"\"; a();\n",
            "s = \"\"\"\n  x\"\"\"; a(); // chanlint:ignore r -- \n"),
        goes("s = \"\"\"\n->  x\"\"\" + \"\"\"\n  y\"\"\";\n", NOWHERE),
        goes(
            "s = \"\"\"\n  \\\"\"\" \\\n->  x\"\"\"; a();",
            "s = \"\"\"\n  \\\"\"\" \\\n  x\"\"\"; a(); // chanlint:ignore r -- "),
        goes(
            "s = \"/*\"; c = '\"'; d = \"\\\"/*\";\n->a();",
            "s = \"/*\"; c = '\"'; d = \"\\\"/*\";\n// chanlint:ignore r -- \na();"),
        goes("a(); // /*\n->b();", "a(); // /*\n// chanlint:ignore r -- \nb();"),
        goes(
            "// chanlint:ignore q -- y\n->b();\n",
            "// chanlint:ignore q -- y\nb(); // chanlint:ignore r -- \n"));
  }

  private static Arguments goes(String source, String wanted) {
    return Arguments.of(source, wanted);
  }

  @ParameterizedTest
  @MethodSource("sources")
  void goesWhereItIsReadAsSuch(String source, String wanted) {
    String text = source.replace(MARK, "");
    int line = (int) Stream.of(source.split("\n")).takeWhile(one -> !one.startsWith(MARK)).count();

    Optional<TextEdit> edit = Suppression.of("r", line, new CodeLines(text));

    assertThat(edit.map(one -> Edits.applied(text, one)).orElse(NOWHERE)).isEqualTo(wanted);
  }
}

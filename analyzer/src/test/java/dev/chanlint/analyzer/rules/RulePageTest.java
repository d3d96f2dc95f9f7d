package dev.chanlint.analyzer.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chanlint.rules.Finding;
import dev.chanlint.rules.Rule;
import dev.chanlint.rules.RulePage;
import dev.chanlint.rules.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages: complete, and their examples true. */
class RulePageTest {

  @TempDir private Path folder = Path.of("");

  static List<Rule> rules() {
    return Rules.all();
  }

  @Test
  void rulesAreSortedAndNamedAfterTheirCategory() {
    assertThat(Rules.all()).isSortedAccordingTo(Comparator.comparing(Rule::id));
    assertThat(Rules.all())
        .filteredOn(r -> !r.id().startsWith(r.category().prefix() + "-"))
        .extracting(Rule::id)
        .containsExactly("order-use-after-teardown");
  }

  @ParameterizedTest
  @MethodSource("rules")
  void aPageSaysAllThatPagesSay(Rule rule) {
    RulePage page = RulePage.of(rule);
    assertThat(page.summary()).isNotBlank().doesNotContain("\n");
    assertThat(page.sections().keySet()).containsExactlyInAnyOrderElementsOf(RulePage.HEADINGS);
    assertThat(page.sections().values()).noneMatch(String::isBlank);
    assertThat(page.weaknesses()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theBadExampleIsFound(Rule rule) throws IOException {
    assertThat(lint(rule, "Bad").findings()).extracting(Finding::rule).contains(rule.id());
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theGoodExampleIsNot(Rule rule) throws IOException {
    assertThat(lint(rule, "Good").findings()).isEmpty();
  }

  private Linted lint(Rule rule, String heading) throws IOException {
    Path file = folder.resolve(heading + ".java");
    Files.writeString(file, RulePage.of(rule).example(heading));
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-proc:none",
                "-d",
                folder.toString(),
                "-cp",
                System.getProperty("java.class.path"),
                file.toString());
    assertThat(result).isZero();
    return Linted.of(file);
  }
}

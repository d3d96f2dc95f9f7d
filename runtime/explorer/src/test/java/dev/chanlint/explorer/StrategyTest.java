package dev.chanlint.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Strategies as text. */
final class StrategyTest {

  private static final Map<String, Strategy> TEXTS =
      Map.of(
          "dpor", Strategy.dpor(),
          "naive", Strategy.naive(),
          "random", Strategy.random(0),
          "random(-7)", Strategy.random(-7),
          "pct(3)", Strategy.pct(3, 0),
          "pct(3, 5)", Strategy.pct(3, 5),
          "bounded(2)", Strategy.bounded(2),
          "directed(A.java:1,B.java:22)",
              Strategy.directed(
                  List.of(new Site("", "", "A.java", 1), new Site("", "", "B.java", 22)), 0));

  @Test
  void areRead() {
    TEXTS.forEach((text, strategy) -> assertThat(Strategy.parse(text)).isEqualTo(strategy));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "dpor()",
        "Dpor",
        "dpor(1)",
        "random(x)",
        "pct",
        "pct(0)",
        "pct(1,2,3)",
        "bounded",
        "bounded(-1)",
        "bounded(99999999999)",
        "directed",
        "directed(A.java)",
        "directed(A.java:x)"
      })
  void whatIsNoneIsQuoted(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Strategy.parse(text))
        .withMessageStartingWith("'" + text + "' is no strategy")
        .satisfies(e -> assertThat(e.getMessage()).hasLineCount(1));
  }
}

package dev.chanlint.analyzer.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LineHashesTest {

  /** 65535 times 37 to the 99th, modulo 2 to the 64th: the end of the file leads the window. */
  private static final String NOTHING_ELSE = "c129715d7a2bc9a3:1";

  @Test
  void ofAnEmptyText() {
    assertThat(LineHashes.of("")).containsEntry(1, NOTHING_ELSE);
  }

  @Test
  void ignoreBlanksAndTabs() {
    assertThat(LineHashes.of("a b\n\tc\n").values())
        .containsExactlyElementsOf(LineHashes.of("ab\nc\n").values());
  }

  @Test
  void ignoreHowLinesEnd() {
    assertThat(LineHashes.of("a\r\nb\rc\n")).isEqualTo(LineHashes.of("a\nb\nc\n"));
  }

  @Test
  void moveWithTheirLines() {
    assertThat(LineHashes.of("first\nsecond\nthird\n").get(3))
        .isEqualTo(LineHashes.of("second\nthird\n").get(2));
  }

  @Test
  void countEqualLines() {
    String line = "x".repeat(120) + "\n";

    assertThat(LineHashes.of(line + line).values())
        .map(hash -> hash.replaceFirst(".*:", ""))
        .startsWith("1", "2");
  }
}

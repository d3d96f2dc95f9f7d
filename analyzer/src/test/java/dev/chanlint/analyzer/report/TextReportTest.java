package dev.chanlint.analyzer.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chanlint.explorer.witness.Painter;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class TextReportTest {

  private static String render(Report report) {
    return new TextReport(report, Painter.PLAIN).render(report);
  }

  @Test
  void showsEachVerdict() throws IOException {
    Golden.assertMatches("whole.txt", render(SampleReport.whole()));
  }

  @Test
  void cutsALongWitnessToWhatMatters() throws IOException {
    Report report = SampleReport.of(SampleReport.confirmed(SampleReport.longWitness(200)));

    Golden.assertMatches("long.txt", render(report));
  }

  @Test
  void hidesRefutedFindingsButCountsThem() {
    assertThat(render(SampleReport.everything(new View(false, false, Severity.NOTE))))
        .doesNotContain("REFUTED")
        .endsWith(
            "4 findings: 1 confirmed, 1 undecided, 1 structural, 1 refuted; 1 suppressed"
                + " in 2 files, 1.2 s\n");
  }

  @Test
  void printsNoControlCharacterOfTheCodeUnderTest() {
    assertThat(render(SampleReport.whole()).chars())
        .allMatch(c -> c == '\n' || !Character.isISOControl(c));
  }

  @Test
  void paintsWhereAskedTo() {
    Painter painter = (style, text) -> "<" + style + ">" + text + "</>";

    Report report = SampleReport.whole();
    assertThat(new TextReport(report, painter).render(report))
        .contains("<ERROR>error:</>", "<ERROR>CONFIRMED</>", "<MARK>");
  }
}

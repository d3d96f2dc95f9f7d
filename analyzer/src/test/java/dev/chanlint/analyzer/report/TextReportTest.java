package dev.chanlint.analyzer.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chanlint.explorer.witness.Painter;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
            "5 findings: 2 confirmed, 1 undecided, 1 structural, 1 refuted; 1 suppressed"
                + " in 2 files, 1.2 s\n");
  }

  @Test
  void printsNoControlCharacterOfTheCodeUnderTest() {
    assertThat(render(SampleReport.whole()).chars())
        .allMatch(c -> c == '\n' || !Character.isISOControl(c));
  }

  @Test
  void aLineOfSourceIsShownInTheOrderInWhichItIsCompiled() {
    Report report = SampleReport.of(View.ALL, List.of(SampleReport.at("Trojan.java", 1, 1)));
    Report trojan =
        new Report(
            report.results(),
            View.ALL,
            List.of(),
            report.rules(),
            report.replay(),
            1,
            Optional.empty(),
            "1",
            Map.of("Trojan.java", "a /*\u202e*/ \ud83c\udf75"));

    assertThat(render(trojan)).contains("    1 | a /*?*/ \ud83c\udf75\n");
  }

  @Test
  void paintsWhereAskedTo() {
    Painter painter = (style, text) -> "<" + style + ">" + text + "</>";

    Report report = SampleReport.whole();
    assertThat(new TextReport(report, painter).render(report))
        .contains("<ERROR>error:</>", "<ERROR>CONFIRMED</>", "<MARK>");
  }
}

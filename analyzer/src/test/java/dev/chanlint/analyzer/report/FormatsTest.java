package dev.chanlint.analyzer.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.chanlint.explorer.witness.Painter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;

/** Every format, on a report with each verdict and with names that could end what they stand in. */
class FormatsTest {

  private static final Path SCHEMA = Path.of("../docs/schema/report.schema.json");

  private static String render(Output.Format format) {
    return Formats.render(format, SampleReport.everything(View.ALL), Painter.PLAIN);
  }

  @ParameterizedTest
  @CsvSource({
    "TEXT, everything.txt", "GNU, everything.gnu", "JSON, everything.jsonl",
    "CHECKSTYLE, everything.xml", "RDJSON, everything.rdjson", "GITHUB, everything.github",
  })
  void looksAsItDid(Output.Format format, String file) throws IOException {
    Golden.assertMatches(file, render(format));
  }

  @ParameterizedTest
  @EnumSource
  void showsNeitherControlCharactersNorWhatIsHidden(Output.Format format) {
    assertThat(render(format).chars().filter(c -> c != '\n'))
        .allMatch(c -> !Character.isISOControl(c));
    Report hiding = SampleReport.everything(new View(false, false, Severity.NOTE));
    assertThat(Formats.render(format, hiding, Painter.PLAIN)).doesNotContain("e.java");
    Report grave = SampleReport.everything(new View(true, true, Severity.ERROR));
    assertThat(grave.shown()).extracting(one -> one.verdict().word()).containsOnly("CONFIRMED");
  }

  @Test
  void aLineForEachFindingInLineFormats() {
    assertThat(render(Output.Format.GNU).lines()).hasSize(6);
    assertThat(render(Output.Format.GITHUB).lines())
        .hasSize(6)
        .allMatch(line -> line.matches("::(error|warning|notice) file=[^:]+::.*"));
  }

  @Test
  void checkstyleIsXmlThatHoldsTheTextAsItIs() throws Exception {
    Element file =
        (Element)
            DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(
                    new ByteArrayInputStream(
                        render(Output.Format.CHECKSTYLE).getBytes(StandardCharsets.UTF_8)))
                .getElementsByTagName("file")
                .item(1);
    assertThat(file.getAttribute("name")).isEqualTo("src/z,b:c%20 <d>&\"e.java");
    assertThat(((Element) file.getElementsByTagName("error").item(0)).getAttribute("message"))
        .startsWith("UNDECIDED: <b>\"a\" & 'b'</b>\\n::error::x%0A]]> \\u001b[31m");
  }

  @Test
  void eachJsonLineIsValidAgainstTheSchema() throws IOException {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(SCHEMA), InputFormat.JSON);
    for (String line : render(Output.Format.JSON).lines().toList()) {
      assertThat(schema.validate(line, InputFormat.JSON)).as(line).isEmpty();
    }
    assertThat(schema.validate("{\"type\":\"result\"}", InputFormat.JSON)).isNotEmpty();
    assertThat(schema.validate("{\"type\":\"other\"}", InputFormat.JSON)).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void whatIsReadFromJsonLinesIsReportedAlikeInEveryFormat(Output.Format format) {
    Report report = SampleReport.everything(View.ALL);
    JsonLines.Part part = JsonLines.read("f", render(Output.Format.JSON));
    Report read =
        new Report(
            part.results(),
            View.ALL,
            part.notes(),
            report.rules(),
            part.replay(),
            part.files(),
            Optional.empty(),
            part.version(),
            Map.of());

    assertThat(Formats.render(format, read, Painter.PLAIN))
        .isEqualTo(Formats.render(format, report.withoutTime(), Painter.PLAIN));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "x | f:1: no line of a report: Unrecognized token 'x'",
        "{} | f:1: no line of a report: ",
        "{\"type\":\"summary\"} | f:1: no line of a report: Missing creator property",
        "{\"type\":\"note\",\"file\":\"a\",\"line\":1,\"column\":1,\"message\":\"m\"} | f: no whole",
      })
  void whatIsNoReportIsRefused(String text, String complaint) {
    assertThatThrownBy(() -> JsonLines.read("f", text.strip()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(complaint);
  }

  @Test
  void rdjsonCountsBytes() throws IOException {
    Report report = SampleReport.of(View.ALL, List.of());
    Report unsaved =
        new Report(
            List.of(SampleReport.at("Ü.java", 1, 4)),
            View.ALL,
            List.of(),
            report.rules(),
            report.replay(),
            1,
            Optional.empty(),
            "1",
            Map.of("Ü.java", "äöü x"));

    assertThat(
            new ObjectMapper()
                .readTree(Formats.render(Output.Format.RDJSON, unsaved, Painter.PLAIN))
                .at("/diagnostics/0/location/range/start/column")
                .asInt())
        .isEqualTo(7);
  }
}

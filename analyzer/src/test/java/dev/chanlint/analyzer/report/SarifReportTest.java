package dev.chanlint.analyzer.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.chanlint.explorer.witness.Story;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SarifReportTest {

  private static final Path SCHEMA = Path.of("src/test/resources/sarif/sarif-schema-2.1.0.json");

  private static final Report UNUSED =
      SampleReport.unusedSuppression(
          "int a; // chanlint:ignore leak-send -- once\nint b;\n", 8, 44);

  private static String render(Report report) {
    return new SarifReport(Path.of("")).render(report);
  }

  private static JsonNode run(Report report) throws IOException {
    return new ObjectMapper().readTree(render(report)).at("/runs/0");
  }

  static List<Report> reports() {
    return List.of(SampleReport.everything(View.ALL), UNUSED);
  }

  @ParameterizedTest
  @MethodSource("reports")
  void isValidAgainstTheSchema(Report report) throws IOException {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
            .getSchema(Files.readString(SCHEMA), InputFormat.JSON);

    assertThat(
            schema.validate(
                render(report),
                InputFormat.JSON,
                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true))))
        .isEmpty();
  }

  @Test
  void looksAsItDid() throws IOException {
    String base = Path.of("").toAbsolutePath().toUri().toString();

    Golden.assertMatches(
        "everything.sarif",
        render(SampleReport.everything(View.ALL)).replace(base, "file:///project/"));
  }

  @Test
  void everyResultFailsAndSaysHowCertainItIs() throws IOException {
    JsonNode results = run(SampleReport.whole()).get("results");

    assertThat(texts(results, "/kind")).containsOnly("fail");
    assertThat(texts(results, "/level")).containsExactly("error", "warning", "note", "note");
    assertThat(texts(results, "/properties/verdict"))
        .containsExactly("CONFIRMED", "UNDECIDED", "REFUTED", "STRUCTURAL");
  }

  @Test
  void leavesRefutedResultsOutUnlessAsked() throws IOException {
    JsonNode results =
        new ObjectMapper()
            .readTree(render(SampleReport.everything(new View(false, false, Severity.NOTE))))
            .at("/runs/0/results");

    assertThat(texts(results, "/properties/verdict")).doesNotContain("REFUTED").hasSize(4);
  }

  @Test
  void whatIsSuppressedSaysByWhat() throws IOException {
    JsonNode suppression = run(SampleReport.everything(View.ALL)).at("/results/5/suppressions/0");

    assertThat(suppression.get("kind").asText()).isEqualTo("inSource");
    assertThat(suppression.get("justification").asText()).isEqualTo("known, \"mended\"");
    assertThat(run(SampleReport.whole()).at("/results/0").has("suppressions")).isFalse();
  }

  @Test
  void theFirstCodeFlowIsTheMergedInterleaving() throws IOException {
    JsonNode flow = run(SampleReport.whole()).at("/results/0/codeFlows/0");

    assertThat(flow.get("threadFlows")).hasSize(1);
    assertThat(flow.at("/message/text").asText()).isEqualTo("replay: Mirrors:1.1.2.3");
    JsonNode steps = flow.at("/threadFlows/0/locations");
    assertThat(texts(steps, "/executionOrder")).containsExactly("1", "2", "3", "4", "5");
    assertThat(texts(steps, "/nestingLevel")).containsExactly("0", "0", "1", "2", "1");
    assertThat(texts(steps, "/location/message/text"))
        .allMatch(text -> text.startsWith("goroutine "))
        .last()
        .asString()
        .contains("blocked \\[chan send\\]");
  }

  @Test
  void theSecondCodeFlowHasAThreadForEachGoroutine() throws IOException {
    JsonNode threads = run(SampleReport.whole()).at("/results/0/codeFlows/1/threadFlows");

    assertThat(texts(threads, "/id")).containsExactly("main", "goroutine 2", "goroutine 3");
    assertThat(texts(threads.at("/1/locations"), "/executionOrder")).containsExactly("3", "5");
    assertThat(threads.at("/2/locations/0/state").size()).isOne();
  }

  @Test
  void aLongWitnessStaysWithinWhatViewersShow() throws IOException {
    Report report = SampleReport.of(SampleReport.confirmed(SampleReport.longWitness(500)));

    JsonNode steps = run(report).at("/results/0/codeFlows/0/threadFlows/0/locations");
    assertThat(steps.size()).isBetween(1, Story.MOST_STEPS);
    assertThat(steps.at("/0/executionOrder").asInt()).isEqualTo(501);
  }

  @Test
  void theMessageLinksToTheRelatedPlaces() throws IOException {
    JsonNode result = run(SampleReport.whole()).at("/results/0");

    assertThat(result.at("/message/text").asText())
        .isEqualTo(
            "goroutine can block for good in send: answers \\[cap 0\\] is received from once"
                + " ([made here](1), [goroutine started here](2))");
    assertThat(texts(result.get("relatedLocations"), "/id")).containsExactly("1", "2");
  }

  @Test
  void fingerprintsSurviveLinesThatMove() throws IOException {
    JsonNode prints = run(SampleReport.whole()).at("/results/0/partialFingerprints");

    assertThat(prints.get("primaryLocationLineHash").asText()).matches("[0-9a-f]+:1");
    assertThat(prints.get("chanlint/v1").asText()).matches("[0-9a-f]{32}:1");
  }

  @Test
  void aSureFixIsThere() throws IOException {
    JsonNode fix = run(UNUSED).at("/results/0/fixes/0");

    assertThat(fix.at("/description/text").asText()).isEqualTo("Take the suppression out");
    JsonNode change = fix.at("/artifactChanges/0");
    assertThat(change.at("/artifactLocation/uri").asText()).isEqualTo(SampleReport.FILE);
    assertThat(change.at("/replacements/0"))
        .hasToString(
            "{\"deletedRegion\":{\"startLine\":1,\"startColumn\":7,\"endLine\":1,\"endColumn\":44}}");
    assertThat(run(SampleReport.whole()).at("/results/0").has("fixes")).isFalse();
  }

  @Test
  void pathsAreRelativeToTheBase() throws IOException {
    JsonNode run = run(SampleReport.whole());

    assertThat(run.at("/results/0/locations/0/physicalLocation/artifactLocation/uri").asText())
        .isEqualTo(SampleReport.FILE);
    assertThat(run.at("/originalUriBaseIds/SRCROOT/uri").asText())
        .isEqualTo(Path.of("").toAbsolutePath().toUri().toString());
  }

  @Test
  void rulesReferToTheTaxonomyAndCarryItsTags() throws IOException {
    JsonNode run = run(SampleReport.whole());
    JsonNode rule = run.at("/tool/driver/rules/0");

    assertThat(rule.get("name").asText()).isEqualTo("LeakSend");
    assertThat(texts(rule.get("relationships"), "/target/id")).containsExactly("772", "833");
    assertThat(texts(rule.at("/properties/tags"), ""))
        .containsExactly("concurrency", "leak", "external/cwe/cwe-772", "external/cwe/cwe-833");
    assertThat(texts(run.at("/taxonomies/0/taxa"), "/id")).containsExactly("772", "833", "835");
  }

  private static List<String> texts(JsonNode nodes, String pointer) {
    List<String> texts = new ArrayList<>();
    nodes.forEach(node -> texts.add(node.at(pointer).asText()));
    return texts;
  }
}

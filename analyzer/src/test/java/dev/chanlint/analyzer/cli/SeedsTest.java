package dev.chanlint.analyzer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.chanlint.analyzer.Wants;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Help.Ansi;

/**
 * The seed programs, checked from sources to reports: every finding that a program wants at the end
 * of a line, {@code // want RULE confirmed}, is there and confirmed, and none besides.
 */
class SeedsTest {

  private static final Path SEEDS = Path.of("..", "testdata", "seeds");

  private static JsonNode results = new ObjectMapper().createArrayNode();
  private static int status = -1;

  @BeforeAll
  static void check(@TempDir Path folder) throws IOException {
    Path sarif = folder.resolve("seeds.sarif");
    status = run(new StringWriter(), "check", SEEDS.toString(), "--format", "sarif=" + sarif);
    results = new ObjectMapper().readTree(sarif.toFile()).at("/runs/0/results");
  }

  private static int run(StringWriter out, String... args) {
    PrintWriter err = new PrintWriter(System.err, true);
    Terminal terminal = new Terminal(err, false, Ansi.OFF);
    return Chanlint.run(new Installed(), terminal, new PrintWriter(out, true), err, args);
  }

  @Test
  void whatIsWantedIsConfirmedAndNothingElseIsReported() throws IOException {
    assertThat(reported()).containsExactlyInAnyOrderElementsOf(wanted());
    assertThat(status).isEqualTo(1);
  }

  private static Set<String> reported() {
    Set<String> reported = new TreeSet<>();
    for (JsonNode result : results) {
      JsonNode place = result.at("/locations/0/physicalLocation");
      String uri = place.at("/artifactLocation/uri").asText();
      reported.add(
          "%s:%d %s %s"
              .formatted(
                  uri.substring(uri.lastIndexOf('/') + 1),
                  place.at("/region/startLine").asInt(),
                  result.get("ruleId").asText(),
                  result.at("/properties/verdict").asText()));
    }
    return reported;
  }

  private static Set<String> wanted() throws IOException {
    Set<String> wanted = new TreeSet<>();
    try (Stream<Path> files = Files.list(SEEDS)) {
      for (Path file : files.toList()) {
        for (Wants.Want want : Wants.in(file)) {
          String verdict = String.valueOf(want.verdict()).toUpperCase(Locale.ROOT);
          wanted.add(
              "%s:%d %s %s".formatted(file.getFileName(), want.line(), want.rule(), verdict));
        }
      }
    }
    return wanted;
  }

  @TestFactory
  Stream<DynamicTest> eachWitnessReplaysToItsFault() {
    List<DynamicTest> tests = new ArrayList<>();
    for (JsonNode result : results) {
      String replay = result.at("/properties/replay").asText();
      String fault = result.at("/properties/fault").asText();
      String program = replay.substring(0, replay.indexOf(':'));
      String source = SEEDS.resolve(program + ".java").toString();
      tests.add(
          DynamicTest.dynamicTest(
              program + ": " + result.get("ruleId").asText(),
              () -> {
                StringWriter out = new StringWriter();
                assertThat(run(out, "replay", replay, source, "--times", "10")).isEqualTo(1);
                assertThat(out.toString()).contains(fault).endsWith("in 10 of 10\n");
              }));
    }
    return tests.stream();
  }
}

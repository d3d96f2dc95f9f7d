package dev.chanlint.analyzer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The seed programs, checked from sources to reports: every finding that a program wants at the end
 * of a line, {@code // want RULE confirmed}, is there and confirmed, and none besides.
 */
class SeedsTest {

  private static final Path SEEDS = Path.of("..", "testdata", "seeds");

  private static Checked checked = new Checked(-1, MissingNode.getInstance());

  @BeforeAll
  static void check(@TempDir Path folder) throws IOException {
    checked = Checked.of(List.of(SEEDS), folder);
  }

  @Test
  void whatIsWantedIsConfirmedAndNothingElseIsReported() throws IOException {
    try (Stream<Path> files = Files.list(SEEDS)) {
      assertThat(checked.reported())
          .containsExactlyInAnyOrderElementsOf(Checked.wanted(files.toList()));
    }
    assertThat(checked.status()).isEqualTo(1);
  }

  @TestFactory
  Stream<DynamicTest> aWitnessOfEachFaultReplaysToIt() {
    Map<String, JsonNode> faults = new TreeMap<>();
    for (JsonNode result : checked.results()) {
      faults.putIfAbsent(result.at("/properties/fault").asText(), result);
    }
    assertThat(faults).isNotEmpty();
    List<DynamicTest> tests = new ArrayList<>();
    for (JsonNode result : faults.values()) {
      String replay = result.at("/properties/replay").asText();
      String fault = result.at("/properties/fault").asText();
      String program = replay.substring(0, replay.indexOf(':'));
      String source = SEEDS.resolve(program + ".java").toString();
      tests.add(
          DynamicTest.dynamicTest(
              program + ": " + result.get("ruleId").asText(),
              () -> {
                StringWriter out = new StringWriter();
                assertThat(Checked.run(out, "replay", replay, source, "--times", "10"))
                    .isEqualTo(1);
                assertThat(out.toString()).contains(fault).endsWith("in 10 of 10\n");
              }));
    }
    return tests.stream();
  }
}

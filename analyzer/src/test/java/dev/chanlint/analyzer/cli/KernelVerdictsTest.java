package dev.chanlint.analyzer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The kernels, from sources to verdicts; {@code VERDICTS.md} beside them tells how they fare. */
class KernelVerdictsTest {

  private static final Path KERNELS = Path.of("..", "testdata", "kernels");
  private static final Path TABLE = KERNELS.resolve("VERDICTS.md");
  private static final String HEAD = "| kernel | Buggy | Fixed |";
  private static final int MOST_MISSED = 1;

  /** Verdicts by program, {@code etcd_6873/Buggy}. */
  private static final Map<String, List<JsonNode>> RESULTS = new TreeMap<>();

  @BeforeAll
  static void check(@TempDir Path folder) throws IOException {
    for (JsonNode result : Checked.of(List.of(KERNELS), folder).results()) {
      Path file = Path.of(result.at("/locations/0/physicalLocation/artifactLocation/uri").asText());
      String kernel = file.getName(file.getNameCount() - 2).toString();
      String program = file.getFileName().toString().replace(".java", "");
      if (!result.get("ruleId").asText().startsWith("explored-")) {
        RESULTS.computeIfAbsent(kernel + "/" + program, any -> new ArrayList<>()).add(result);
      }
    }
  }

  private static List<String> kernels() throws IOException {
    try (Stream<Path> folders = Files.list(KERNELS)) {
      return folders
          .filter(Files::isDirectory)
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  private static TreeSet<String> verdicts(String kernel, String program) {
    TreeSet<String> words = new TreeSet<>();
    for (JsonNode result : RESULTS.getOrDefault(kernel + "/" + program, List.of())) {
      words.add(result.at("/properties/verdict").asText());
    }
    return words;
  }

  @Test
  void theBugsAreConfirmed() throws IOException {
    assertThat(
            kernels().stream().filter(kernel -> !verdicts(kernel, "Buggy").contains("CONFIRMED")))
        .hasSizeLessThanOrEqualTo(MOST_MISSED);
  }

  @Test
  void whatIsRightIsNotConfirmed() throws IOException {
    assertThat(kernels()).noneMatch(kernel -> verdicts(kernel, "Fixed").contains("CONFIRMED"));
  }

  @Test
  void whatIsOpenSaysWhy() {
    assertThat(RESULTS.values().stream().flatMap(List::stream))
        .filteredOn(result -> result.at("/properties/verdict").asText().equals("UNDECIDED"))
        .allSatisfy(result -> assertThat(result.at("/properties/reason").asText()).isNotBlank());
  }

  /** The best that is said of each: reasons and further findings may differ from run to run. */
  @Test
  void theTableIsRight() throws IOException {
    List<String> rows = new ArrayList<>(List.of(HEAD, "| --- | --- | --- |"));
    for (String kernel : kernels()) {
      rows.add("| %s | %s | %s |".formatted(kernel, best(kernel, "Buggy"), best(kernel, "Fixed")));
    }
    List<String> lines = Files.readAllLines(TABLE);
    assertThat(lines.subList(lines.indexOf(HEAD), lines.size())).isEqualTo(rows);
  }

  private static String best(String kernel, String program) {
    TreeSet<String> words = verdicts(kernel, program);
    return words.isEmpty() ? "no finding" : words.first();
  }
}

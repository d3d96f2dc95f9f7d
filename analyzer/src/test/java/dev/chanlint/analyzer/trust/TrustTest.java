package dev.chanlint.analyzer.trust;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.chanlint.analyzer.Effort;
import dev.chanlint.analyzer.cli.Checked;
import dev.chanlint.analyzer.trust.Fate.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Programs made at random, checked: what is confirmed must be one of the faults that going through
 * all states has shown, and what is refuted none of them. A sample in each build, 1,000 with {@code
 * -Dtest.effort=full}; {@code target/trust.md} counts the verdicts.
 */
class TrustTest {

  private static final int PROGRAMS = Effort.FULL ? 1_000 : 40;
  private static final int BATCH = 20;
  private static final long SEED = Long.getLong("chanlint.trust.seed", 1);

  private static final Pattern GOROUTINE = Pattern.compile("goroutine (\\d+)");

  @TempDir private Path folder;
  private final Map<String, Program> programs = new HashMap<>();
  private final Map<String, Integer> tally = new TreeMap<>();
  private final List<String> wrong = new ArrayList<>();

  private record Program(Source source, Set<Fate> fates) {

    boolean canEndAt(String fault, int line) {
      return fates(fault)
          .flatMap(fate -> fate.places().stream())
          .anyMatch(place -> line(place) == line);
    }

    /** The line of an operation; 0 behind the last. */
    int line(Place place) {
      List<Integer> lines = source.lines().get(place.goroutine());
      return place.operation() < lines.size() ? lines.get(place.operation()) : 0;
    }

    /** Whether a confirmed result's witness ends as the program can. */
    boolean canEndAs(JsonNode result) {
      String fault = result.at("/properties/fault").asText();
      return switch (fault) {
        case "panic", "abandoned" -> fates(fault).anyMatch(f -> names(f, culprit(result)));
        default -> fates(fault).anyMatch(fate -> lines(fate).containsAll(blockedAt(result)));
      };
    }

    private Stream<Fate> fates(String fault) {
      return fates.stream().filter(fate -> fate.fault().equals(fault));
    }

    private Set<Integer> lines(Fate fate) {
      return fate.places().stream().map(this::line).collect(Collectors.toSet());
    }

    private static boolean names(Fate fate, int goroutine) {
      return fate.places().stream().anyMatch(place -> place.goroutine() == goroutine);
    }
  }

  @Test
  void noVerdictIsWrong() throws IOException {
    Random random = new Random(SEED);
    for (int first = 0; first < PROGRAMS; first += BATCH) {
      Path batch = Files.createDirectory(folder.resolve("batch" + first));
      for (int i = first; i < first + BATCH; i++) {
        write("P" + i, Generator.next(random), batch);
      }
      judge(Checked.of(List.of(batch), folder, "--show-refuted"));
    }

    Files.writeString(Path.of("target", "trust.md"), told());
    assertThat(wrong).isEmpty();
    assertThat(tally.keySet()).contains("CONFIRMED");
  }

  private void write(String name, Skeleton skeleton, Path batch) throws IOException {
    Source source = Source.of(skeleton, name);
    Files.writeString(batch.resolve(name + ".java"), source.text());
    Set<Fate> fates = BruteForce.fates(skeleton);
    programs.put(name, new Program(source, fates));
    count(fates.isEmpty() ? "programs without a fault" : "programs with a fault");
  }

  private void judge(Checked checked) {
    Map<String, List<JsonNode>> byProgram = new TreeMap<>();
    checked
        .results()
        .forEach(
            result -> {
              String uri = result.at("/locations/0/physicalLocation/artifactLocation/uri").asText();
              String name = uri.substring(uri.lastIndexOf('/') + 1).replace(".java", "");
              byProgram.computeIfAbsent(name, n -> new ArrayList<>()).add(result);
            });
    byProgram.forEach((name, results) -> results.forEach(result -> judge(name, result)));
  }

  private void judge(String name, JsonNode result) {
    Program program = requireNonNull(programs.get(name), name);
    String verdict = result.at("/properties/verdict").asText();
    int line = result.at("/locations/0/physicalLocation/region/startLine").asInt();
    count(verdict);
    switch (verdict) {
      case "CONFIRMED" -> {
        if (!program.canEndAs(result)) {
          complain(name, result, "that cannot be");
        }
      }
      case "REFUTED" -> {
        for (String fault : List.of("deadlock", "leak", "panic")) {
          if (program.canEndAt(fault, line)) {
            complain(name, result, fault + " at line " + line + " can be");
          }
        }
      }
      default -> {
        // Nothing is claimed.
      }
    }
  }

  /** The goroutine that the explorer says panics, or is left behind; it counts from one. */
  private static int culprit(JsonNode result) {
    Matcher named = GOROUTINE.matcher(result.at("/properties/reason").asText());
    assertThat(named.find()).isTrue();
    return Integer.parseInt(named.group(1)) - 1;
  }

  /** The lines on which the witness's goroutines are blocked. */
  private static Set<Integer> blockedAt(JsonNode result) {
    return StreamSupport.stream(
            result.at("/codeFlows/0/threadFlows/0/locations").spliterator(), false)
        .filter(at -> at.get("importance").asText().equals("essential"))
        .map(at -> at.at("/location/physicalLocation/region/startLine").asInt())
        .collect(Collectors.toSet());
  }

  private void complain(String name, JsonNode result, String why) {
    Program program = requireNonNull(programs.get(name), name);
    wrong.add(
        "%s: %s, but %s: %s%n%s%n%s"
            .formatted(
                name,
                result.get("ruleId").asText(),
                why,
                result.at("/properties/reason").asText(),
                program.fates(),
                program.source().text()));
  }

  private void count(String what) {
    tally.merge(what, 1, Integer::sum);
  }

  private String told() {
    return "Seed "
        + SEED
        + "\n\n"
        + tally.entrySet().stream()
            .map(entry -> "- " + entry.getKey() + ": " + entry.getValue() + "\n")
            .collect(Collectors.joining());
  }
}

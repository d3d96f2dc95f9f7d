package dev.chanlint.analyzer.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.chanlint.analyzer.report.Replay;
import dev.chanlint.explorer.Fault;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Witnesses that a report or a user kept. */
final class StoredWitnesses {

  /**
   * One of them.
   *
   * @param title what to call it
   * @param entry where its execution begins
   * @param faults the kinds of fault that count as the one it shows
   */
  record Stored(String title, String entry, Set<Fault> faults) {}

  private static final String NO_REPORT = ": not a report of chanlint in SARIF";

  private StoredWitnesses() {}

  /**
   * Reads them.
   *
   * @param text a SARIF file with confirmed results, or a replay string
   * @return each place once
   * @throws UserException if it is neither, or the report has none
   */
  static Set<Stored> of(String text) {
    return file(text).map(StoredWitnesses::inReport).orElseGet(() -> Set.of(ofReplay(text)));
  }

  /** The file or folder of a name; empty if nothing has it. */
  static Optional<Path> file(String name) {
    try {
      return Optional.of(Path.of(name)).filter(Files::exists);
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
  }

  /** A replay string does not tell which fault it leads to: any is one too many. */
  private static Stored ofReplay(String text) {
    try {
      return new Stored(text, Replay.parse(text).entry(), EnumSet.allOf(Fault.class));
    } catch (IllegalArgumentException e) {
      throw new UserException(text + ": no such file, and " + e.getMessage(), e);
    }
  }

  private static Set<Stored> inReport(Path file) {
    Set<Stored> stored = new LinkedHashSet<>();
    try {
      for (JsonNode run : runs(file)) {
        for (JsonNode result : run.path("results")) {
          if (isOfTheProgram(result)) {
            stored.add(confirmed(result));
          }
        }
      }
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw new UserException(file + NO_REPORT + ": " + e.getMessage(), e);
    }
    if (stored.isEmpty()) {
      throw new UserException(file + ": no result in it is confirmed by a main or a test");
    }
    return stored;
  }

  private static JsonNode runs(Path file) throws JsonProcessingException {
    JsonNode runs = new ObjectMapper().readTree(TextFiles.read(file)).path("runs");
    if (!runs.isArray()) {
      throw new UserException(file + NO_REPORT);
    }
    return runs;
  }

  /** A harness is not there to be run again. */
  private static boolean isOfTheProgram(JsonNode result) {
    return result.at("/properties/verdict").asText().equals("CONFIRMED")
        && result.at("/properties/harness").isMissingNode();
  }

  private static Stored confirmed(JsonNode result) {
    JsonNode place = result.at("/locations/0/physicalLocation");
    String fault = result.at("/properties/fault").asText().toUpperCase(Locale.ROOT);
    return new Stored(
        "%s at %s:%d"
            .formatted(
                result.path("ruleId").asText(),
                place.at("/artifactLocation/uri").asText(),
                place.at("/region/startLine").asInt()),
        Replay.parse(result.at("/properties/replay").asText()).entry(),
        EnumSet.of(Fault.valueOf(fault)));
  }
}

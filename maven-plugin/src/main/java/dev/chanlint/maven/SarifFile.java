package dev.chanlint.maven;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads the analyzer's report. */
final class SarifFile {

  private SarifFile() {}

  static List<Result> results(Path file) throws IOException {
    JsonNode run = new ObjectMapper().readTree(file.toFile()).at("/runs/0");
    List<Result> results = new ArrayList<>();
    for (JsonNode result : run.get("results")) {
      results.add(result(result, run));
    }
    return results;
  }

  private static Result result(JsonNode result, JsonNode run) {
    JsonNode physical = result.at("/locations/0/physicalLocation");
    JsonNode region = physical.get("region");
    return new Result(
        path(physical.get("artifactLocation"), run),
        region.get("startLine").asInt(),
        region.path("startColumn").asInt(1),
        result.get("level").asText(),
        plain(result.at("/message/text").asText()),
        result.get("ruleId").asText(),
        result.at("/properties/verdict").asText());
  }

  private static Path path(JsonNode artifact, JsonNode run) {
    URI uri = URI.create(artifact.get("uri").asText());
    if (artifact.has("uriBaseId")) {
      String base = artifact.get("uriBaseId").asText();
      uri = URI.create(run.at("/originalUriBaseIds/" + base + "/uri").asText()).resolve(uri);
    }
    return Path.of(uri);
  }

  /** Without the links to related places, which say nothing on a console. */
  private static String plain(String message) {
    return message
        .replaceFirst(" \\((?:\\[(?:\\\\.|[^\\]\\\\])*\\]\\(\\d+\\)(?:, )?)+\\)$", "")
        .replaceAll("\\\\([\\[\\]\\\\])", "$1");
  }
}

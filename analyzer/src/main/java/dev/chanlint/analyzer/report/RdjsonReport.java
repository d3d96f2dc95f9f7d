package dev.chanlint.analyzer.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.chanlint.model.code.Position;
import dev.chanlint.rules.Finding;
import java.nio.charset.StandardCharsets;

/** Reviewdog Diagnostic Format. Its columns count the bytes of UTF-8, from 1. */
final class RdjsonReport {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final SourceLines sources;

  private RdjsonReport(SourceLines sources) {
    this.sources = sources;
  }

  static String render(Report report) {
    return Json.pretty(new RdjsonReport(report.sources()).diagnostics(report));
  }

  private ObjectNode diagnostics(Report report) {
    ObjectNode result = JSON.objectNode();
    result.putObject("source").put("name", "chanlint");
    ArrayNode diagnostics = result.putArray("diagnostics");
    report.shown().forEach(one -> diagnostics.add(diagnostic(one)));
    return result;
  }

  private ObjectNode diagnostic(Result result) {
    Finding finding = result.finding();
    ObjectNode diagnostic =
        JSON.objectNode().put("message", result.verdict().word() + ": " + finding.message());
    diagnostic.set("location", location(finding.at()));
    diagnostic.put(
        "severity",
        switch (result.severity()) {
          case ERROR -> "ERROR";
          case WARNING -> "WARNING";
          case NOTE -> "INFO";
        });
    diagnostic.putObject("code").put("value", finding.rule());
    ArrayNode related = JSON.arrayNode();
    for (Finding.Related one : RelatedSites.of(finding)) {
      ObjectNode place = related.addObject().put("message", one.message());
      place.set("location", location(one.at()));
    }
    if (!related.isEmpty()) {
      diagnostic.set("related_locations", related);
    }
    return diagnostic;
  }

  private ObjectNode location(Position at) {
    ObjectNode location = JSON.objectNode().put("path", at.file());
    ObjectNode range = location.putObject("range");
    range.set("start", point(at.file(), at.line(), at.column()));
    range.set("end", point(at.file(), at.endLine(), at.endColumn()));
    return location;
  }

  private ObjectNode point(String file, int line, int column) {
    String text = sources.line(file, line).orElse("");
    int before = Math.clamp(column - 1, 0, text.length());
    int bytes = text.substring(0, before).getBytes(StandardCharsets.UTF_8).length;
    return JSON.objectNode().put("line", line).put("column", bytes + (column - before));
  }
}

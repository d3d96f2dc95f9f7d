package dev.chanlint.analyzer.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.chanlint.analyzer.confirm.Judged;
import dev.chanlint.analyzer.confirm.Verdict;
import dev.chanlint.analyzer.confirm.Verdict.Confirmed;
import dev.chanlint.model.code.Position;
import dev.chanlint.rules.Finding;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The report for tools: SARIF 2.1.0 with errata 01, within the limits that code scanning sets. One
 * run; {@code kind} is always {@code fail}, for any other would force the level {@code none}: how
 * certain a result is goes into its level and rank.
 */
public final class SarifReport {

  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int FINGERPRINT_BYTES = 16;

  private final Path base;
  private final boolean withRefuted;
  private final SourceLines texts = new SourceLines();
  private final Map<String, Map<Integer, String>> lineHashes = new HashMap<>();

  /**
   * Prepares a report.
   *
   * @param base the folder that URIs are relative to
   * @param withRefuted whether refuted findings are among the results
   */
  public SarifReport(Path base, boolean withRefuted) {
    this.base = base.toAbsolutePath().normalize();
    this.withRefuted = withRefuted;
  }

  /**
   * Renders a report.
   *
   * @param report what was found
   * @return the JSON text
   */
  public String render(Report report) {
    try {
      return new ObjectMapper()
              .enable(SerializationFeature.INDENT_OUTPUT)
              .writeValueAsString(log(report))
          + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree that cannot be written", e);
    }
  }

  private ObjectNode log(Report report) {
    ObjectNode log = JSON.objectNode().put("$schema", SCHEMA).put("version", "2.1.0");
    log.putArray("runs").add(run(report));
    return log;
  }

  private ObjectNode run(Report report) {
    SarifLocations locations = new SarifLocations(base);
    List<RuleInfo> rules =
        report.rules().values().stream().sorted(Comparator.comparing(RuleInfo::id)).toList();
    ObjectNode run = JSON.objectNode();
    ObjectNode driver = run.putObject("tool").putObject("driver");
    driver.put("name", "chanlint").put("version", report.version());
    driver.put("semanticVersion", report.version());
    driver.set("rules", SarifRules.descriptors(rules));
    driver.set("supportedTaxonomies", SarifRules.supportedTaxonomies());
    run.set("taxonomies", SarifRules.taxonomies(rules));
    run.set("invocations", invocations(report, locations));
    run.putObject("automationDetails").put("id", "chanlint/");
    run.set("originalUriBaseIds", locations.baseIds());
    run.put("columnKind", "utf16CodeUnits");
    List<String> ids = rules.stream().map(RuleInfo::id).toList();
    ArrayNode results = run.putArray("results");
    report
        .shown(withRefuted)
        .forEach(result -> results.add(result(result, report, ids, locations)));
    return run;
  }

  private static ArrayNode invocations(Report report, SarifLocations locations) {
    ArrayNode invocations = JSON.arrayNode();
    ObjectNode invocation = invocations.addObject().put("executionSuccessful", true);
    if (!report.notes().isEmpty()) {
      ArrayNode notifications = invocation.putArray("toolExecutionNotifications");
      report.notes().forEach(note -> notifications.add(notification(note, locations)));
    }
    return invocations;
  }

  private static ObjectNode notification(Note note, SarifLocations locations) {
    ObjectNode notification = JSON.objectNode().put("level", "note");
    notification.putObject("message").put("text", note.message());
    if (note.line() > 0) {
      int column = Math.max(1, note.column());
      Position at = new Position(note.file(), note.line(), column, note.line(), column);
      notification.putArray("locations").add(locations.location(at));
    }
    return notification;
  }

  private ObjectNode result(
      Judged result, Report report, List<String> ids, SarifLocations locations) {
    Finding finding = result.finding();
    Severity severity = Severity.of(result.verdict(), report.rule(result));
    ObjectNode node =
        JSON.objectNode()
            .put("ruleId", finding.rule())
            .put("ruleIndex", ids.indexOf(finding.rule()))
            .put("kind", "fail")
            .put("level", severity.word())
            .put("rank", severity.rank());
    List<Finding.Related> related = RelatedSites.of(finding);
    node.putObject("message").put("text", message(finding, related));
    node.putArray("locations").add(locations.location(finding.at()));
    if (!related.isEmpty()) {
      node.set("relatedLocations", relatedLocations(related, locations));
    }
    node.set("partialFingerprints", fingerprints(finding));
    if (result.verdict() instanceof Confirmed confirmed) {
      ArrayNode flows = new SarifFlows(confirmed, result.scope().sources(), locations).codeFlows();
      if (!flows.isEmpty()) {
        node.set("codeFlows", flows);
      }
    }
    node.set("properties", properties(result));
    return node;
  }

  /** Code scanning shows a related location only if the message links to it. */
  private static String message(Finding finding, List<Finding.Related> related) {
    StringBuilder text = new StringBuilder(SarifLocations.withoutLinks(finding.message()));
    for (int i = 0; i < related.size(); i++) {
      text.append(i == 0 ? " (" : ", ")
          .append('[')
          .append(SarifLocations.withoutLinks(related.get(i).message()))
          .append("](")
          .append(i + 1)
          .append(')');
    }
    return related.isEmpty() ? text.toString() : text.append(')').toString();
  }

  private static ArrayNode relatedLocations(
      List<Finding.Related> related, SarifLocations locations) {
    ArrayNode nodes = JSON.arrayNode();
    for (int i = 0; i < related.size(); i++) {
      Finding.Related one = related.get(i);
      nodes.add(locations.location(one.at(), one.message()).put("id", i + 1));
    }
    return nodes;
  }

  private ObjectNode fingerprints(Finding finding) {
    ObjectNode prints = JSON.objectNode();
    String line =
        lineHashes
            .computeIfAbsent(finding.at().file(), file -> LineHashes.of(texts.text(file)))
            .get(finding.at().line());
    if (line != null) {
      prints.put("primaryLocationLineHash", line);
    }
    return prints.put("chanlint/v1", digest(finding.rule() + "\n" + finding.subject()));
  }

  private static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, FINGERPRINT_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static ObjectNode properties(Judged result) {
    ObjectNode properties = JSON.objectNode().put("verdict", result.verdict().word());
    switch (result.verdict()) {
      case Confirmed confirmed ->
          properties
              .put("reason", confirmed.witness().message())
              .put("fault", confirmed.witness().fault().name().toLowerCase(Locale.ROOT))
              .put("preemptions", confirmed.witness().preemptions())
              .put("replay", Replay.string(confirmed));
      case Verdict.Undecided(String reason) -> properties.put("reason", reason);
      case Verdict.Refuted(String justification) -> properties.put("reason", justification);
      case Verdict.Structural structural -> {
        return properties;
      }
    }
    result.harness().ifPresent(source -> properties.put("harness", source));
    return properties
        .put("executions", result.executions())
        .put("exhausted", result.runs().stream().allMatch(run -> run.exploration().exhausted()));
  }
}

package dev.chanlint.analyzer.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.chanlint.analyzer.confirm.Run;
import dev.chanlint.analyzer.confirm.Verdict;
import dev.chanlint.analyzer.confirm.Verdict.Confirmed;
import dev.chanlint.model.code.Position;
import dev.chanlint.rules.Finding;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The report for tools: SARIF 2.1.0 with errata 01, within the limits that code scanning sets. One
 * run; {@code kind} is always {@code fail}, for any other would force the level {@code none}: how
 * certain a result is goes into its level and rank.
 */
public final class SarifReport {

  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
  private static final String HOME = "https://chanlint.dev/";
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Path base;
  private final Map<String, Map<Integer, String>> lineHashes = new HashMap<>();

  /**
   * Prepares a report.
   *
   * @param base the folder that URIs are relative to
   */
  public SarifReport(Path base) {
    this.base = base.toAbsolutePath().normalize();
  }

  /**
   * Renders a report.
   *
   * @param report what was found
   * @return the JSON text
   */
  public String render(Report report) {
    return Json.pretty(log(report));
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
    driver.put("semanticVersion", report.version()).put("informationUri", HOME);
    driver.set("rules", SarifRules.descriptors(rules));
    driver.set("supportedTaxonomies", SarifRules.supportedTaxonomies());
    run.set("taxonomies", SarifRules.taxonomies(rules));
    run.set("invocations", invocations(report, locations));
    run.putObject("automationDetails").put("id", "chanlint/");
    run.set("originalUriBaseIds", locations.baseIds());
    run.put("columnKind", "utf16CodeUnits");
    List<String> ids = rules.stream().map(RuleInfo::id).toList();
    ArrayNode results = run.putArray("results");
    report.shown().forEach(result -> results.add(result(result, report, ids, locations)));
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
      Result result, Report report, List<String> ids, SarifLocations locations) {
    Finding finding = result.finding();
    Severity severity = result.severity();
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
    node.set("partialFingerprints", fingerprints(result, report));
    result.suppressed().ifPresent(one -> node.set("suppressions", suppressions(one)));
    if (result.verdict() instanceof Confirmed confirmed) {
      ArrayNode flows = new SarifFlows(confirmed, result.scope().sources(), locations).codeFlows();
      if (!flows.isEmpty()) {
        node.set("codeFlows", flows);
      }
    }
    String file = finding.at().file();
    Fix.of(result, line -> report.sources().line(file, line).orElse(""))
        .ifPresent(fix -> node.putArray("fixes").add(fix(fix, locations)));
    node.set("properties", properties(result));
    return node;
  }

  private static ObjectNode fix(Fix fix, SarifLocations locations) {
    ObjectNode node = JSON.objectNode();
    node.putObject("description").put("text", fix.title());
    ObjectNode change = node.putArray("artifactChanges").addObject();
    change.set("artifactLocation", locations.artifact(fix.deleted().file()));
    change
        .putArray("replacements")
        .addObject()
        .set("deletedRegion", SarifLocations.region(fix.deleted()));
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

  private static ArrayNode suppressions(Suppressed suppressed) {
    ArrayNode suppressions = JSON.arrayNode();
    suppressions
        .addObject()
        .put(
            "kind",
            switch (suppressed.by()) {
              case SOURCE -> "inSource";
              case BASELINE -> "external";
            })
        .put("status", "accepted")
        .put("justification", suppressed.justification());
    return suppressions;
  }

  private ObjectNode fingerprints(Result result, Report report) {
    ObjectNode prints = JSON.objectNode();
    Position at = result.finding().at();
    String line =
        lineHashes
            .computeIfAbsent(at.file(), file -> LineHashes.of(report.sources().text(file)))
            .get(at.line());
    if (line != null) {
      prints.put("primaryLocationLineHash", line);
    }
    return prints.put("chanlint/v1", result.fingerprint());
  }

  private static ObjectNode properties(Result result) {
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
    result.judged().harness().ifPresent(source -> properties.put("harness", source));
    List<Run> runs = result.judged().runs();
    bound(runs).ifPresent(bound -> properties.put("bound", bound));
    return properties
        .put("executions", result.executions())
        .put("exhausted", runs.stream().allMatch(run -> run.exploration().exhausted()));
  }

  /**
   * Up to how many preemptions every schedule was run from all entry points, where not all were.
   */
  private static OptionalInt bound(List<Run> runs) {
    List<Run> cut = runs.stream().filter(run -> !run.exploration().exhausted()).toList();
    return cut.stream().allMatch(run -> run.completeBound().isPresent())
        ? cut.stream().mapToInt(Run::bound).min()
        : OptionalInt.empty();
  }
}

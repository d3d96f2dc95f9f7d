package dev.chanlint.analyzer.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.chanlint.analyzer.report.Json;
import dev.chanlint.analyzer.report.RuleInfo;
import dev.chanlint.rules.Fault;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Option;

/** How rules are told. */
final class Listing {

  /** For whom. */
  enum Format {
    /** For people. */
    TEXT,
    /** For programs. */
    JSON
  }

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "How to print: text or json. Default: text")
  private Format format = Format.TEXT;

  /** Whether it is for programs. */
  boolean isJson() {
    return format == Format.JSON;
  }

  /** Rules as an array of objects. */
  static String json(List<RuleInfo> rules, Services services) {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    rules.forEach(rule -> all.add(json(rule, services)));
    return Json.pretty(all);
  }

  private static ObjectNode json(RuleInfo rule, Services services) {
    ObjectNode node =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", rule.id())
            .put("category", rule.category())
            .put("level", rule.level().name().toLowerCase(Locale.ROOT))
            .put("summary", rule.summary());
    ArrayNode faults = node.putArray("confirmedBy");
    services.rules().stream()
        .filter(one -> one.id().equals(rule.id()))
        .flatMap(one -> one.confirmedBy().stream())
        .sorted()
        .map(Fault::word)
        .forEach(faults::add);
    ArrayNode weaknesses = node.putArray("cwe");
    rule.cwes().forEach(weaknesses::add);
    return node.put("page", rule.page());
  }
}

package dev.chanlint.analyzer.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;

/** The rules and the taxonomy that they refer to, for SARIF. */
final class SarifRules {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String CWE = "CWE";

  private SarifRules() {}

  /** The reporting descriptors of the rules, in their order. */
  static ArrayNode descriptors(List<RuleInfo> rules) {
    ArrayNode descriptors = JSON.arrayNode();
    rules.stream().map(SarifRules::descriptor).forEach(descriptors::add);
    return descriptors;
  }

  private static ObjectNode descriptor(RuleInfo rule) {
    ObjectNode descriptor = JSON.objectNode().put("id", rule.id()).put("name", rule.name());
    descriptor.putObject("shortDescription").put("text", rule.summary());
    descriptor.putObject("fullDescription").put("text", rule.summary());
    descriptor.putObject("help").put("text", rule.page()).put("markdown", rule.page());
    descriptor.putObject("defaultConfiguration").put("level", Severity.of(rule.level()).word());
    descriptor.set("properties", properties(rule));
    if (!rule.cwes().isEmpty()) {
      ArrayNode relationships = descriptor.putArray("relationships");
      rule.cwes().forEach(cwe -> relationships.add(relationship(cwe)));
    }
    return descriptor;
  }

  private static ObjectNode properties(RuleInfo rule) {
    ObjectNode properties = JSON.objectNode();
    ArrayNode tags = properties.putArray("tags").add("concurrency").add(rule.category());
    rule.cwes().forEach(cwe -> tags.add("external/cwe/cwe-" + cwe));
    return properties
        .put("precision", "high")
        .put(
            "problem.severity",
            switch (rule.level()) {
              case ERROR -> "error";
              case WARNING -> "warning";
              case NOTE -> "recommendation";
            });
  }

  private static ObjectNode relationship(int cwe) {
    ObjectNode relationship = JSON.objectNode();
    relationship
        .putObject("target")
        .put("id", String.valueOf(cwe))
        .putObject("toolComponent")
        .put("name", CWE)
        .put("guid", Cwe.GUID);
    relationship.putArray("kinds").add("superset");
    return relationship;
  }

  /** The driver's reference to the taxonomy. */
  static ArrayNode supportedTaxonomies() {
    ArrayNode taxonomies = JSON.arrayNode();
    taxonomies.addObject().put("name", CWE).put("guid", Cwe.GUID);
    return taxonomies;
  }

  /** The taxonomy, as far as the rules refer to it. */
  static ArrayNode taxonomies(Collection<RuleInfo> rules) {
    ArrayNode taxonomies = JSON.arrayNode();
    ObjectNode cwe =
        taxonomies
            .addObject()
            .put("name", CWE)
            .put("version", Cwe.VERSION)
            .put("guid", Cwe.GUID)
            .put("organization", "MITRE")
            .put("informationUri", "https://cwe.mitre.org/data/published/cwe_v4.18.pdf")
            .put("isComprehensive", false);
    cwe.putObject("shortDescription").put("text", "The MITRE Common Weakness Enumeration");
    ArrayNode taxa = cwe.putArray("taxa");
    rules.stream()
        .flatMap(rule -> rule.cwes().stream())
        .distinct()
        .sorted()
        .forEach(number -> taxa.add(taxon(number)));
    return taxonomies;
  }

  private static ObjectNode taxon(int number) {
    ObjectNode taxon =
        JSON.objectNode()
            .put("id", String.valueOf(number))
            .put("helpUri", "https://cwe.mitre.org/data/definitions/" + number + ".html");
    taxon.putObject("shortDescription").put("text", Cwe.name(number));
    return taxon;
  }
}

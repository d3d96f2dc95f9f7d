package dev.chanlint.analyzer.config;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;

/** The JSON schema of {@code chanlint.toml}, which editors complete and check by. */
public final class ConfigSchema {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private ConfigSchema() {}

  /**
   * Makes the schema.
   *
   * @param rules the ids of the rules that there are
   * @return the schema, draft 2020-12
   */
  public static ObjectNode of(Collection<String> rules) {
    ObjectNode schema =
        JSON.objectNode()
            .put("$schema", "https://json-schema.org/draft/2020-12/schema")
            .put("title", ConfigFile.NAME)
            .put("type", "object")
            .put("additionalProperties", false);
    ObjectNode properties = schema.putObject("properties");
    for (Key<?> key : Key.all()) {
      properties.set(key.name(), value(key, rules).put("description", key.description()));
    }
    return schema;
  }

  private static ObjectNode value(Key<?> key, Collection<String> rules) {
    ObjectNode value = JSON.objectNode();
    return switch (key.shape()) {
      case WORD -> words(key.words());
      case TEXT -> text(key);
      case NUMBER -> value.put("type", "integer").put("minimum", 1).put("maximum", 9999);
      case FLAG -> value.put("type", "boolean");
      case TEXTS -> {
        value.put("type", "array").set("items", text(key));
        yield value;
      }
      case RULES -> {
        value.put("type", "object").put("additionalProperties", false);
        ObjectNode properties = value.putObject("properties");
        rules.stream().sorted().forEach(rule -> properties.set(rule, words(key.words())));
        yield value;
      }
    };
  }

  private static ObjectNode text(Key<?> key) {
    return JSON.objectNode().put("type", "string").put("pattern", "^(" + key.pattern() + ")$");
  }

  private static ObjectNode words(List<String> words) {
    ObjectNode value = JSON.objectNode();
    ArrayNode constants = value.putArray("enum");
    words.forEach(constants::add);
    return value;
  }
}

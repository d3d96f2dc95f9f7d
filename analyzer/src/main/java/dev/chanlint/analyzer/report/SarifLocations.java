package dev.chanlint.analyzer.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.chanlint.analyzer.confirm.SourceMap;
import dev.chanlint.explorer.Site;
import dev.chanlint.model.code.Position;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Locations for SARIF: URIs relative to a base where they lie below it.
 *
 * @param base the absolute folder that relative URIs start from
 */
record SarifLocations(Path base) {

  /** The name of the base in {@code originalUriBaseIds}. */
  static final String BASE_ID = "SRCROOT";

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** A message in SARIF may hold links in brackets; this text holds none. */
  static String withoutLinks(String text) {
    return text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]");
  }

  /** The object for {@code originalUriBaseIds}. */
  ObjectNode baseIds() {
    ObjectNode ids = JSON.objectNode();
    String uri = base.toUri().toString();
    ids.putObject(BASE_ID).put("uri", uri.endsWith("/") ? uri : uri + "/");
    return ids;
  }

  /** A location with a message. */
  ObjectNode location(Position at, String message) {
    ObjectNode location = location(at);
    location.putObject("message").put("text", withoutLinks(message));
    return location;
  }

  /** A location. */
  ObjectNode location(Position at) {
    ObjectNode location = JSON.objectNode();
    ObjectNode physical = location.putObject("physicalLocation");
    physical.set("artifactLocation", artifact(at.file()));
    physical.set("region", region(at));
    return location;
  }

  /** A stretch of a source; a whole line where no stretch of it is known. */
  static ObjectNode region(Position at) {
    ObjectNode region = JSON.objectNode().put("startLine", at.line());
    return at.endLine() > at.line() || at.endColumn() > at.column()
        ? region
            .put("startColumn", at.column())
            .put("endLine", at.endLine())
            .put("endColumn", at.endColumn())
        : region;
  }

  /** The location of the innermost frame that is in the program's sources. */
  Optional<ObjectNode> location(List<Site> stack, SourceMap sources, String message) {
    return stack.stream()
        .filter(site -> site.line() > 0)
        .flatMap(site -> sources.fileOf(site).map(file -> location(site, file, message)).stream())
        .findFirst();
  }

  private ObjectNode location(Site site, String file, String message) {
    Position line = new Position(file, site.line(), 1, site.line(), 1);
    ObjectNode location = location(line, message);
    location
        .putArray("logicalLocations")
        .addObject()
        .put("fullyQualifiedName", site.className() + "." + site.method())
        .put("kind", "function");
    return location;
  }

  /** Where a file is. */
  ObjectNode artifact(String file) {
    ObjectNode artifact = JSON.objectNode();
    Path absolute = base.resolve(file).normalize();
    if (absolute.startsWith(base)) {
      return artifact.put("uri", relative(absolute)).put("uriBaseId", BASE_ID);
    }
    return artifact.put("uri", absolute.toUri().toString());
  }

  private String relative(Path absolute) {
    String path = base.relativize(absolute).toString().replace('\\', '/');
    try {
      return new URI(null, null, path, null).getRawPath();
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("a path that no URI can name: " + path, e);
    }
  }
}

package dev.chanlint.analyzer.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.chanlint.analyzer.Wants;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Help.Ansi;

/**
 * What {@code chanlint check} makes of sources.
 *
 * @param status its exit status
 * @param results the results of its SARIF report
 */
public record Checked(int status, JsonNode results) {

  /** Checks files or folders; the report goes to another folder. */
  public static Checked of(List<Path> sources, Path folder, String... options) throws IOException {
    Path sarif = folder.resolve("report.sarif");
    List<String> arguments = new ArrayList<>(List.of("check"));
    sources.forEach(source -> arguments.add(source.toString()));
    arguments.addAll(List.of("--format", "sarif=" + sarif));
    arguments.addAll(List.of(options));
    int status = run(new StringWriter(), arguments.toArray(String[]::new));
    return new Checked(status, new ObjectMapper().readTree(sarif.toFile()).at("/runs/0/results"));
  }

  /** Runs the command. */
  public static int run(StringWriter out, String... arguments) {
    PrintWriter err = new PrintWriter(System.err, true);
    Terminal terminal = new Terminal(err, false, Ansi.OFF);
    return Chanlint.run(new Installed(), terminal, new PrintWriter(out, true), err, arguments);
  }

  /** Each finding: file, line, rule and verdict. */
  Set<String> reported() {
    Set<String> reported = new TreeSet<>();
    for (JsonNode result : results) {
      JsonNode place = result.at("/locations/0/physicalLocation");
      String uri = place.at("/artifactLocation/uri").asText();
      reported.add(
          text(
              uri.substring(uri.lastIndexOf('/') + 1),
              place.at("/region/startLine").asInt(),
              result.get("ruleId").asText(),
              result.at("/properties/verdict").asText()));
    }
    return reported;
  }

  /** What files want whose wants name verdicts, in the same form. */
  static Set<String> wanted(List<Path> files) throws IOException {
    Set<String> wanted = new TreeSet<>();
    for (Path file : files) {
      for (Wants.Want want : Wants.in(file)) {
        String verdict = String.valueOf(want.verdict()).toUpperCase(Locale.ROOT);
        wanted.add(text(file.getFileName().toString(), want.line(), want.rule(), verdict));
      }
    }
    return wanted;
  }

  private static String text(String file, int line, String rule, String verdict) {
    return "%s:%d %s %s".formatted(file, line, rule, verdict);
  }
}

package dev.chanlint.analyzer.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.chanlint.analyzer.cache.Key;
import dev.chanlint.analyzer.confirm.Verdict;
import dev.chanlint.analyzer.confirm.Verdict.Confirmed;
import dev.chanlint.analyzer.report.HtmlPage.Assets;
import dev.chanlint.analyzer.report.HtmlPage.Count;
import dev.chanlint.analyzer.report.HtmlPage.Group;
import dev.chanlint.explorer.witness.Printable;
import dev.chanlint.model.code.Position;
import dev.chanlint.rules.Finding;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * The report as one HTML file, which needs no network, and no script to be read. With its script,
 * findings can be filtered and witnesses stepped through. Whatever the code under test holds stays
 * text: the template escapes by context, and the page's own policy runs nothing but its own script.
 */
public final class HtmlReport {

  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, null, "dev.chanlint.analyzer.report.templates");
  private static final Parser MARKDOWN = Parser.builder().build();
  private static final HtmlRenderer MARKUP =
      HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();

  private final SourceLines sources;

  private HtmlReport(SourceLines sources) {
    this.sources = sources;
  }

  /**
   * Renders a report.
   *
   * @param report what was found
   * @return the file
   */
  public static String render(Report report) {
    StringOutput output = new StringOutput();
    TEMPLATES.render("report.jte", new HtmlReport(report.sources()).page(report), output);
    return output.toString();
  }

  private HtmlPage page(Report report) {
    Set<String> passed = new TreeSet<>();
    List<HtmlPage.Finding> findings = new ArrayList<>();
    for (Result result : report.shown()) {
      HtmlPage.Finding finding = finding(result, "f" + (findings.size() + 1), report);
      finding.witness().ifPresent(witness -> addFiles(witness, passed));
      findings.add(finding);
    }
    return new HtmlPage(
        report.replay().command(),
        TextReport.summary(report),
        List.of(
            group("verdict", findings, HtmlPage.Finding::verdict),
            group("rule", findings, HtmlPage.Finding::rule),
            group("package", findings, HtmlPage.Finding::packageName)),
        findings,
        rules(findings, report),
        report.notes(),
        assets(passed));
  }

  private static void addFiles(HtmlPage.Witness witness, Set<String> files) {
    witness.rows().forEach(row -> row.place().ifPresent(place -> files.add(place.file())));
  }

  private HtmlPage.Finding finding(Result result, String id, Report report) {
    Finding finding = result.finding();
    return new HtmlPage.Finding(
        id,
        result.severity().word(),
        result.verdict().word(),
        finding.rule(),
        sources.packageOf(finding.at().file()),
        Printable.line(finding.at().toString()),
        Printable.line(finding.message()),
        line(finding.at()),
        RelatedSites.of(finding).stream()
            .map(
                related ->
                    new HtmlPage.Related(
                        Printable.line(related.at().toString()), Printable.line(related.message())))
            .toList(),
        Printable.line(reason(result.verdict())),
        result.verdict() instanceof Confirmed confirmed
            ? Optional.of(new HtmlWitness(result.judged(), confirmed).view(report))
            : Optional.empty());
  }

  private static String reason(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Undecided(String reason) -> reason;
      case Verdict.Refuted(String justification) -> justification;
      case Confirmed confirmed -> "";
      case Verdict.Structural structural -> "";
    };
  }

  private Optional<HtmlPage.Line> line(Position at) {
    return sources
        .line(at.file(), at.line())
        .map(
            text -> {
              Stretch meant = Stretch.of(at, text);
              return new HtmlPage.Line(
                  at.line(),
                  text.substring(0, meant.begin()),
                  text.substring(meant.begin(), meant.end()),
                  text.substring(meant.end()));
            });
  }

  private static Group group(
      String key, List<HtmlPage.Finding> findings, Function<HtmlPage.Finding, String> value) {
    Map<String, Integer> numbers = new TreeMap<>();
    findings.forEach(finding -> numbers.merge(value.apply(finding), 1, Integer::sum));
    return new Group(
        key,
        numbers.entrySet().stream()
            .map(entry -> new Count(entry.getKey(), entry.getValue()))
            .toList());
  }

  private static List<HtmlPage.Rule> rules(List<HtmlPage.Finding> findings, Report report) {
    return findings.stream()
        .map(HtmlPage.Finding::rule)
        .distinct()
        .sorted()
        .map(id -> new HtmlPage.Rule(id, markup(report.rule(id).page())))
        .toList();
  }

  private static String markup(String markdown) {
    return MARKUP.render(MARKDOWN.parse(markdown));
  }

  private Assets assets(Set<String> files) {
    String style = resource("report.css");
    String script = resource("report.js");
    String policy =
        "default-src 'none'; style-src '" + hash(style) + "'; script-src '" + hash(script) + "'";
    return new Assets(style, script, json(files), policy);
  }

  private String json(Set<String> files) {
    Map<String, List<String>> texts = new LinkedHashMap<>();
    files.forEach(file -> texts.put(file, sources.text(file).lines().toList()));
    try {
      // Neither the end of a script element nor a comment can be written without it.
      return new ObjectMapper().writeValueAsString(texts).replace("<", "\\u003c");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("lists of strings have a text", e);
    }
  }

  private static String hash(String text) {
    byte[] digest = Key.digest(text.getBytes(StandardCharsets.UTF_8));
    return "sha256-" + Base64.getEncoder().encodeToString(digest);
  }

  private static String resource(String name) {
    try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the analyzer lacks its resource " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the resource " + name, e);
    }
  }
}
